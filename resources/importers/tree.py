"""Places in the page tree for many new pages at once."""

from collections.abc import Sequence

from anyascii import anyascii
from django.db.models import F
from django.utils.text import slugify
from wagtail.models import Page

from resources.models import ResourcePage

LONGEST_SLUG = 80


def place(section: Page, pages: Sequence[ResourcePage]) -> None:
    """Gives new pages path, depth, slug and address as the section's last children.

    The section must be locked (see `targets`). Slugs are free in the section and in all its
    translations, so that each page can be translated under its own slug.
    """
    taken = slugs_below(section)
    last = section.get_last_child()
    position = last._get_lastpos_in_path() if last else 0
    for number, page in enumerate(pages, start=position + 1):
        page.slug = free_slug(page.title, taken)
        taken.add(page.slug)
        page.depth = section.depth + 1
        page.path = Page._get_path(section.path, page.depth, number)
        page.set_url_path(section)
    Page.objects.filter(pk=section.pk).update(numchild=F("numchild") + len(pages))


def slugs_below(section: Page) -> set[str]:
    """The slugs of the pages below a section or any translation of it."""
    translations = Page.objects.filter(translation_key=section.translation_key)
    return {
        slug
        for parent in translations
        for slug in parent.get_children().values_list("slug", flat=True)
    }


def free_slug(title: str, taken: set[str]) -> str:
    """A slug of whole words in Latin letters that is not among those taken."""
    words = slugify(anyascii(title)) or "resource"
    if len(words) > LONGEST_SLUG:
        cut = words[: LONGEST_SLUG + 1].rsplit("-", 1)[0]
        words = cut[:LONGEST_SLUG].strip("-")
    slug, number = words, 1
    while slug in taken:
        number += 1
        slug = f"{words}-{number}"
    return slug
