"""Putting the demo's pages into the tree."""

from home.models import HomePage
from hub.demo.content.site import HOME
from hub.demo.registry import EXAMPLES
from resources.models import ResourcePage


def load(locale):
    """Publish the pages that are not there yet under the home page of `locale`.

    What is there is left as it is, whatever editors have made of it. Returns all pages of
    the demo, the home page first, and how many of them are new.
    """
    home = HomePage.objects.get(locale=locale)
    _introduce(home, HOME)
    pages, created = [home], 0
    parents = {None: home}
    for example in EXAMPLES:
        parent = parents[example.section]
        page = _existing(parent, example.record)
        if page is None:
            page = parent.add_child(instance=example.build(locale))
            page.save_revision().publish()
            created += 1
        page = page.specific
        if example.kind == "section":
            _introduce(page, example.record)
            parents[example.slug] = page
        pages.append(page)
    return pages, created


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
