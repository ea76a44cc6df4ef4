"""Work for a hub under load: `python -m tests.services.load`, run in that hub's environment.

`make N` publishes N guides. `edit KIND…` makes one edit after the other once a line has come in,
and prints the time after each.
"""

import itertools
import sys
import time

import django


def main():
    django.setup()
    {"make": make, "edit": edit}[sys.argv[1]](sys.argv[2:])


def make(arguments):
    """Publish guides whose titles have the word "ward"."""
    from home.models import HomePage
    from resources.models import GuidePage, LibraryPage

    home = HomePage.objects.get(locale__language_code="en")
    section = home.add_child(instance=LibraryPage(title="Library", slug="library"))
    for number in range(int(arguments[0])):
        page = GuidePage(title=f"Ward {number}", slug=f"ward-{number}", summary="Short.")
        page.body = [("paragraph", f"<p>{'Wash hands on every ward. ' * 20}{number}</p>")]
        section.add_child(instance=page)


def edit(kinds):
    """Edit one page after the other in these ways."""
    from resources.models import GuidePage

    pages = list(GuidePage.objects.filter(slug__startswith="ward-").order_by("pk"))
    # Pages of the beginning, which a rebuild has read early, and of the end, in turn.
    in_turn = itertools.chain.from_iterable(zip(pages, reversed(pages), strict=True))
    sys.stdin.readline()
    for number, (kind, page) in enumerate(zip(kinds, in_turn, strict=False)):
        EDITS[kind](page, number)
        print(time.time(), flush=True)


def publish(page, number):
    page.title = f"Ward published{number}"
    page.save_revision().publish()


def save(page, number):
    """Change a page in a way that leaves the time of its publication as it was."""
    page.title = f"Ward saved{number}"
    page.save(clean=False)


def restrict(page, number):
    from wagtail.models import PageViewRestriction

    PageViewRestriction.objects.create(page=page, restriction_type="login")


EDITS = {
    "publish": publish,
    "save": save,
    "restrict": restrict,
    "unpublish": lambda page, number: page.unpublish(),
    "delete": lambda page, number: page.delete(),
}

if __name__ == "__main__":
    main()
