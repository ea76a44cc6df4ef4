"""The podcasts that episodes go to: found again, or made of what a feed says of its show."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.models import Page

from resources.models import PodcastPage

from . import bulk
from .history import past_imports
from .record import Show
from .report import ImportRefused, Problem
from .tree import free_slug, slugs_below
from .validation import CleanRecord

Key = tuple[str, str]


class Shows:
    """The podcasts of one import, by language and title.

    Once a podcast is there it is the editors': what a feed says of its show later is not taken.
    """

    def __init__(self, publish: bool) -> None:
        self._publish = publish
        self._named: dict[Key, Show] = {}
        self._pages: dict[Key, PodcastPage | None] = {}

    def find(self, record: CleanRecord) -> PodcastPage | None:
        """The podcast of a record; None where it names none, or one that is still to be made.

        Raises ImportRefused for one that the hub lacks and the file tells nothing of.
        """
        if record.show is None:
            return None
        key = (record.language, record.show.title)
        if key not in self._pages:
            self._named[key] = record.show
            self._pages[key] = _existing(record.language, record.show)
        if self._pages[key] is None and record.show.facts is None:
            raise ImportRefused(
                _("line {line}: there is no podcast “{title}” in language “{language}”.").format(
                    line=record.show.line, title=record.show.title, language=record.language
                )
            )
        return self._pages[key]

    def make(self, dry_run: bool) -> list[Problem]:
        """Makes the podcasts that are missing, and publishes those that an import has made.

        Returns a note of each new one. Raises ImportRefused where that cannot be.
        """
        notes = []
        for key, page in self._pages.items():
            show = self._named[key]
            if page is None:
                notes.append(
                    Problem(_("the podcast “{title}” is new.").format(title=show.title), show.line)
                )
                notes += show.notes
                parent = _home(key[0])
                page = _new_page(show, parent)
                self._pages[key] = page if dry_run else _create(page, parent)
            if self._publish and not page.live:
                _require_own_draft(page)
                if not dry_run:
                    page.get_latest_revision().publish()
        return notes

    def page(self, record: CleanRecord) -> PodcastPage | None:
        """The podcast that `find` or `make` has for a record; None for one that names none."""
        return self._pages[record.language, record.show.title] if record.show else None


def _existing(language: str, show: Show) -> PodcastPage | None:
    """By the feed's identifier, else its address, else the title (or, in a table, the slug)."""
    pages = list(PodcastPage.objects.filter(locale__language_code=language).order_by("path"))
    facts = show.facts or {}
    for fact in ("feed_guid", "source_url"):
        wanted = facts.get(fact)
        if found := [page for page in pages if wanted and getattr(page, fact) == wanted]:
            return found[0]
    for page in pages:
        names = {page.title.casefold(), page.slug if show.facts is None else ""}
        is_of_other_feed = facts.get("source_url") and page.source_url
        if show.title.casefold() in names and not is_of_other_feed:
            return page
    return None


def _home(language: str) -> Page:
    for model in PodcastPage.allowed_parent_page_models():
        found = model.objects.live().filter(locale__language_code=language, alias_of=None)
        if home := found.order_by("path").first():
            return home
    raise ImportRefused(
        _("There is no published home page in language “{language}”. Create it first.").format(
            language=language
        )
    )


def _new_page(show: Show, parent: Page) -> PodcastPage:
    page = PodcastPage(title=show.title, locale=parent.locale, live=False, **(show.facts or {}))
    page.slug = free_slug(show.title, slugs_below(parent))
    page.draft_title = page.title
    try:
        page.clean_without_place()
    except ValidationError as error:
        raise ImportRefused(
            _("line {line}: the podcast cannot be made: {reason}").format(
                line=show.line, reason=" ".join(error.messages)
            )
        ) from error
    return page


def _create(page: PodcastPage, parent: Page) -> PodcastPage:
    parent.add_child(instance=page)
    bulk.add_history([page], [page.save_revision()], [{}], live=False)
    return page


def _require_own_draft(page: PodcastPage) -> None:
    """A podcast that an editor works on, or has taken down, is not an import's to publish."""
    if page.pk is None:
        return
    past = past_imports([page.pk]).get(page.pk)
    is_new = page.first_published_at is None
    if not is_new or past is None or past.revision_id != page.latest_revision_id:
        raise ImportRefused(
            _("The podcast “{title}” is not published. Publish it first.").format(title=page.title)
        )
