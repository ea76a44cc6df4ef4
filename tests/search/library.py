"""Builds small libraries for the tests of search, the way editors do."""

from contextlib import contextmanager

from wagtail.models import Locale, Page
from wagtail.rich_text import RichText

from core.signals import pages_written
from home.models import HomePage
from resources.importers import bulk
from resources.models import GuidePage, InitiativePage, LibraryPage
from resources.models.filing import FILING

SUMMARY = "Short."


class Library:
    """Publishes pages below a section of each language; search hears of each at once."""

    def __init__(self, capture_on_commit):
        self._capture = capture_on_commit
        self._made = 0

    @contextmanager
    def committed(self):
        """Let what waits for the transaction's end happen, as it does outside of tests."""
        with self._capture(execute=True):
            yield

    def section(self, language="en"):
        """Return the section of a language, made at first use as a translation of English's."""
        found = LibraryPage.objects.filter(slug="library", locale__language_code=language).first()
        if found:
            return found
        if language == "en":
            home = HomePage.objects.get(locale__language_code="en")
            return home.add_child(instance=LibraryPage(title="Library", slug="library"))
        locale = Locale.objects.get(language_code=language)
        english = self.section()
        home = english.get_parent().specific
        if not home.has_translation(locale):
            translated = home.copy_for_translation(locale)
            translated.save_revision().publish()
        section = english.copy_for_translation(locale)
        section.save_revision().publish()
        return section

    def guide(self, title="A guide", body="", language="en", **fields):
        """Publish a guide and return it."""
        page = GuidePage(title=title, body=[("paragraph", RichText(f"<p>{body}</p>"))])
        return self.publish(page, language, **fields)

    def guides(self, texts, language="en"):
        """Publish a guide for each pair of title and text, in bulk; return their ids in order."""
        pages = [
            GuidePage(title=title, body=[("paragraph", RichText(f"<p>{body}</p>"))])
            for title, body in texts
        ]
        self.publish_many(pages, self.section(language))
        return [page.pk for page in pages]

    def initiative(self, title="An initiative", language="en", **fields):
        """Publish an initiative and return it."""
        return self.publish(InitiativePage(title=title), language, **fields)

    def translation(self, page, language, title, body=""):
        """Publish a translation of `page` and return it."""
        self.section(language)
        with self.committed():
            copy = page.copy_for_translation(Locale.objects.get(language_code=language))
            copy.title = title
            copy.summary = SUMMARY
            copy.body = [("paragraph", RichText(f"<p>{body}</p>"))]
            copy.save_revision().publish()
        return copy

    def term(self, kind, slug, name=None, language="en"):
        """Return a term, such as kind "topics" with slug "newborn-care"."""
        _relation, model, _facet = FILING[kind]
        locale = Locale.objects.get(language_code=language)
        term, _ = model.objects.get_or_create(
            slug=slug, locale=locale, defaults={"name": name or slug.capitalize()}
        )
        return term

    def file(self, page, slugs):
        """File a page that is not saved yet under terms, given by their slugs by kind."""
        for kind, chosen in slugs.items():
            relation = FILING[kind][0]
            setattr(page, kind, [relation(term=self.term(kind, slug)) for slug in chosen])

    def publish(self, page, language="en", **fields):
        """Publish a resource of any kind, with its filing by slugs, and return it."""
        self._made += 1
        page.summary = SUMMARY
        page.slug = f"page-{self._made}"
        self.file(page, {kind: fields.pop(kind, ()) for kind in FILING})
        for name, value in fields.items():
            setattr(page, name, value)
        with self.committed():
            parent = Page.objects.get(pk=self.section(language).pk)
            page.locale = parent.locale
            parent.add_child(instance=page)
        return page

    def publish_many(self, pages, section):
        """Publish new pages of one model below a section, all at once, as imports do."""
        section = Page.objects.get(pk=section.pk)
        for page in pages:
            self._place(page, section)
        bulk.insert_pages(pages)
        Page.objects.filter(pk=section.pk).update(numchild=section.numchild)
        with self.committed():
            pages_written.send(sender=None, page_ids=[page.pk for page in pages])

    def _place(self, page, section):
        """Give a page what `add_child` gives it."""
        self._made += 1
        section.numchild += 1
        page.slug = f"page-{self._made}"
        page.summary = SUMMARY
        page.draft_title = page.title
        page.locale = section.locale
        page.depth = section.depth + 1
        page.path = Page._get_path(section.path, page.depth, section.numchild)
        page.set_url_path(section)
