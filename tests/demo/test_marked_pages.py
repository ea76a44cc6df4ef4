"""Every passage of every kind of page is told of when its source changes, and shows it."""

import html5lib
import pytest
from wagtail.models import Locale, Page
from wagtail_localize.strings import StringValue, extract_strings, restore_strings

from hub.demo.registry import EXAMPLES
from translations.differences.content import spot
from translations.freshness.passages import passages_of
from translations.models import Kind, Severity, StatedSeverity

pytestmark = pytest.mark.django_db

KINDS = sorted({example.kind for example in EXAMPLES})
# Said to those who cannot see a picture, or to search engines.
NOT_SHOWN = ("alt_text", "search_description", "seo_title")


def in_two_languages(kind):
    """Return an English page of this kind that has a Hindi version, and that version."""
    hindi = Locale.objects.get(language_code="hi")
    slugs = [example.slug for example in EXAMPLES if example.kind == kind]
    pages = Page.objects.filter(slug__in=slugs, locale__language_code="en").specific()
    page = next(page for page in pages if page.has_translation(hindi))
    return page, page.get_translation(hindi).specific


def texts_of(page):
    return [each for each in passages_of(page) if each.kind == Kind.TEXT]


def rewrite(page):
    """Change every text of a page."""
    for path in dict.fromkeys(each.path for each in texts_of(page)):
        found = spot(page, path)
        if found.is_rich:
            template, strings = extract_strings(found.text)
            new = [(StringValue(f"{text.data} Anew."), links) for text, links in strings]
            found.put(restore_strings(template, new))
        else:
            found.put(
                f"{found.text}\n\nNOTE Anew." if path == "transcript" else f"{found.text} Anew."
            )


def words(element):
    return " ".join("".join(element.itertext()).split())


@pytest.mark.parametrize("kind", KINDS)
def test_every_passage_is_marked(kind, client, django_capture_on_commit_callbacks):
    page, translation = in_two_languages(kind)
    fresh = client.get(translation.url).text
    assert "passage-note" not in fresh and "differences" not in fresh
    rewrite(page)
    revision = page.save_revision()
    StatedSeverity.objects.create(revision=revision, severity=Severity.CONTENT)
    with django_capture_on_commit_callbacks(execute=True):
        revision.publish()

    document = html5lib.parse(client.get(translation.url).text, namespaceHTMLElements=False)
    texts = texts_of(translation)
    shown = [each for each in texts if not each.path.endswith(NOT_SHOWN)]
    links = [each.get("id") for each in document.iter("a") if each.get("class") == "passage-note"]
    assert len(links) == len(set(links)) == len(shown)
    marked = {words(each) for each in document.iter("span") if each.get("class") == "passage"}
    own = {words(html5lib.parseFragment(each.text, namespaceHTMLElements=False)) for each in shown}
    assert own - marked <= {
        words_of_block(translation, path) for path in ("transcript", "you_need")
    }
    notes = document.find(".//section[@class='differences']")
    quotes = [each for each in notes.iter("blockquote")]
    assert len(quotes) == len(texts)
    assert all("Anew." in words(each) for each in quotes)
    assert {(each.get("lang"), each.get("dir")) for each in quotes} == {("en", "ltr")}


def words_of_block(page, path):
    """Return a text that is marked as a block of its own, as the words of it."""
    texts = [each.text for each in texts_of(page) if each.path == path]
    return words(html5lib.parseFragment("".join(texts), namespaceHTMLElements=False))
