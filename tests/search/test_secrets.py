"""A word that only a hidden text has shows nowhere: not in results, counts, suggestions, other
spellings, frequent questions, promoted results, feeds, the sitemap or the API.
"""

import datetime

import pytest
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from core.languages import CONTENT_LANGUAGES
from core.models import DocumentText, SiteIdentity
from resources.models import GuidePage, LibraryPage
from search.frequent import choose_frequent
from search.models import Promotion, QuestionCount
from tests.core.documents import kept

SECRET = "phenobarbitone"
# What a curious reader would type: the word itself, slips, beginnings, what stands beside it.
TYPED = (SECRET, "phenobarbiton", "fenobarbitone", "phenobarb", "seizures", "ward", "")
BEGUN = ("ph", "pheno", "phenobarbitone", "seiz")
ELSEWHERE = (
    "/en/",
    "/en/feed/",
    "/sitemap.xml",
    "/en/library/",
    "/api/v2/pages/?fields=*",
    "/api/v2/pages/?search=phenobarbitone",
    "/api/v2/pages/?type=resources.GuidePage&fields=*",
)


@pytest.fixture
def hub(library, settings, tmp_path):
    """A library with something to find, so that nothing is empty for want of a hub."""
    settings.MEDIA_ROOT = tmp_path
    library.guide("Ward round", "A ward looks at seizures.", topics=["feeding"])
    library.guide("หอผู้ป่วย", "ward seizures", language="th", topics=["feeding"])
    return library


@pytest.fixture
def seen(client):
    """Return a function that gives all that readers are answered, by address."""

    def sweep():
        searched = [f"/en/search/?format=json&q={typed}" for typed in TYPED]
        suggested = [f"/en/search/suggest/?q={typed}" for typed in BEGUN]
        html = ["/en/search/?q=ward", "/en/search/?q=fenobarbitone"]
        return {
            address: client.get(address, follow=True).content.decode()
            for address in (*searched, *suggested, *html, *ELSEWHERE)
        }

    return sweep


def restrict(page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def secret(library, **fields):
    """Publish a guide that has the secret wherever a guide has words."""
    page = library.guide(
        f"Treat with {SECRET}",
        f"{SECRET} for seizures on the ward",
        topics=[SECRET],
        source_name=SECRET,
        source_id=SECRET,
        first_published_at=timezone.now(),
        **fields,
    )
    popular(page)
    return page


def popular(page):
    """Let many have asked for the secret, and editors lead to it."""
    for language in ("en", "th"):
        QuestionCount.objects.create(
            language=language,
            question=SECRET,
            text=SECRET,
            day=timezone.localdate(),
            asked=9,
            found=True,
        )
    choose_frequent()
    Promotion.objects.create(questions=f"{SECRET}\nward", page=page, reason=SECRET)


def draft(library):
    secret(library, live=False)


def scheduled(library):
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    secret(library, live=False, go_live_at=tomorrow)


def expired(library):
    page = secret(library)
    page.expire_at = timezone.now() - datetime.timedelta(seconds=1)
    with library.committed():
        page.save()


def unpublished(library):
    page = secret(library)
    with library.committed():
        page.unpublish()


def restricted(library):
    page = secret(library)
    with library.committed():
        restrict(page)


def below_a_restricted_section(library):
    home = library.section().get_parent()
    closed = home.add_child(instance=LibraryPage(title="Closed", slug="closed"))
    page = secret(library)
    with library.committed():
        restrict(closed)
    with library.committed():
        page.move(closed, "last-child")


def alias_of_a_restricted_page(library):
    page = secret(library)
    with library.committed():
        page.create_alias(update_slug="alias")
        restrict(page)


def deleted(library):
    page = secret(library)
    with library.committed():
        page.delete()


def in_a_withheld_language(library):
    setting = SiteIdentity.load()
    secret(library, language="th")
    setting.languages = [each.code for each in CONTENT_LANGUAGES if each.code != "th"]
    setting.save()


def in_an_unpublished_revision(library):
    page = library.guide("Public", "Nothing to hide.")
    popular(page)
    Promotion.objects.all().delete()
    page.title = f"Treat with {SECRET}"
    page.summary = SECRET
    with library.committed():
        page.save_revision()


def in_a_document_of_a_private_collection(library):
    closed = Collection.get_first_root_node().add_child(name="Closed")
    CollectionViewRestriction.objects.create(
        collection=closed, restriction_type=CollectionViewRestriction.LOGIN
    )
    document = kept(b"", "chart.docx", title=SECRET, collection=closed)
    DocumentText.objects.filter(pk=document.pk).update(state="read", passages=[[0, SECRET]])
    library.publish(GuidePage(title="Charts", attachments=[("document", document)]))


def as_the_name_of_an_anonymous_facility(library):
    library.initiative("Ward", facility_name=SECRET, facility_is_anonymous=True)


HIDDEN = (
    draft,
    scheduled,
    expired,
    unpublished,
    restricted,
    below_a_restricted_section,
    alias_of_a_restricted_page,
    deleted,
)
BESIDE_WHAT_IS_PUBLIC = (
    in_a_withheld_language,
    in_an_unpublished_revision,
    in_a_document_of_a_private_collection,
    as_the_name_of_an_anonymous_facility,
)


def shows_secret(content):
    """Return whether the secret stands in an answer other than as the reader's own question."""
    asked = (f"q={SECRET}", f"search={SECRET}", f'value="{SECRET}"')
    for own in asked:
        content = content.replace(own, "")
    return SECRET in content.casefold()


def test_all_that_is_looked_at_shows_what_is_public(hub, seen):
    secret(hub)
    shows = {address for address, content in seen().items() if shows_secret(content)}
    assert shows >= {
        *(f"/en/search/?format=json&q={typed}" for typed in (SECRET, "seizures", "ward", "")),
        *(f"/en/search/suggest/?q={typed}" for typed in ("ph", "pheno", SECRET)),
        "/en/search/?q=ward",
        *ELSEWHERE,
    }


@pytest.mark.parametrize("hide", HIDDEN, ids=lambda hide: hide.__name__)
def test_a_hub_that_hides_a_page_answers_as_if_it_had_never_had_it(hub, seen, hide):
    before = seen()
    hide(hub)
    after = seen()
    assert [address for address in after if shows_secret(after[address])] == []
    told = [address for address in after if "format=json" in address or "suggest" in address]
    assert [address for address in told if after[address] != before[address]] == []


@pytest.mark.parametrize("hide", BESIDE_WHAT_IS_PUBLIC, ids=lambda hide: hide.__name__)
def test_what_is_hidden_beside_what_is_public_shows_nowhere(hub, seen, hide):
    hide(hub)
    assert [address for address, content in seen().items() if shows_secret(content)] == []
