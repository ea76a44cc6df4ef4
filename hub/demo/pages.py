"""Putting the demo's pages into the tree."""

from home.models import HomePage
from hub.demo.content.site import HOME
from hub.demo.registry import EXAMPLES


def load(locale):
    """Publish the pages that are not there yet under the home page of `locale`.

    What is there is left as it is, whatever editors have made of it. Returns all pages of
    the demo, the home page first, and how many of them are new.
    """
    home = HomePage.objects.get(locale=locale)
    if not home.introduction:
        for name in ("title", "introduction", "search_description"):
            setattr(home, name, HOME[name])
        home.save_revision().publish()
    pages, created = [home], 0
    parents = {None: home}
    for example in EXAMPLES:
        parent = parents[example.section]
        page = parent.get_children().filter(slug=example.slug).first()
        if page is None:
            page = parent.add_child(instance=example.build(locale))
            page.save_revision().publish()
            created += 1
        pages.append(page.specific)
        if example.kind == "section":
            parents[example.slug] = page
    return pages, created
