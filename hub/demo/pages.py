"""Putting the demo's pages into the tree."""

from home.models import HomePage
from hub.demo.content.site import HOME
from hub.demo.registry import EXAMPLES
from resources.models import ResourcePage


def load(locale):
    """Publish the pages that are not there yet under the home page of `locale`.

    What is there is left as it is, whatever editors have made of it. Returns all pages of
    the demo, the home page first, and those of them that are new.
    """
    home = HomePage.objects.get(locale=locale)
    _introduce(home, HOME)
    pages, new = [home], []
    sections = {}
    for example in EXAMPLES:
        parent = sections.get(example.section, home)
        page = _existing(parent, example.record)
        if page is None:
            page = _add(example.build(locale), parent, after=pages[-1])
            new.append(page)
        page = page.specific
        if example.section is None:
            sections[example.slug] = page
        if example.kind == "section":
            _introduce(page, example.record)
        pages.append(page)
    return pages, new


def _add(page, parent, after):
    """Publish a page below `parent`, right behind the page `after` if that is below it, too.

    A section so finds its place among those that a new hub begins with.
    """
    if after.is_child_of(parent):
        after.add_sibling("right", instance=page)
    else:
        parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def _existing(parent, record):
    """Return the page of a record, which an import may have made under another slug, or None."""
    children = parent.get_children()
    page = children.filter(slug=record["slug"]).first()
    if page is None and record.get("source_id"):
        same_source = ResourcePage.objects.child_of(parent).filter(source_url=record["source_url"])
        page = same_source.exclude(source_url="").first()
    return page


def _introduce(page, record):
    """Give a page that a new hub begins with its texts, unless an editor has given it some."""
    if not page.introduction:
        for name, value in record.items():
            if name != "slug":
                setattr(page, name, value)
        page.save_revision().publish()
