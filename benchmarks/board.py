"""Measure the country teams' board: `python -m benchmarks board [pages]`.

As many sources as are asked for (2000 without) in every other language, on SQLite, beside Wagtail's
own list of the pages of a section, 50 of them, for the same person in the same run.
"""

import random
import tempfile
from functools import partial

from benchmarks import hub
from benchmarks.measuring import HEAD, Line, in_turn, wall

PAGES = 2_000
MOST_TIMES, MOST_QUERIES = 2, 12
BOARD = "/admin/translations/"
VIEWS = {
    "first page": "",
    "far page": "?p=30",
    "narrowed down": "?status=outdated&section=guides&assigned=me",
    "by words left": "?ordering=-words_left",
    "a word of the title": "?q=oxygen",
}


def main(pages=PAGES):
    """Print for an editor of all languages and a translator what the board costs."""
    with tempfile.TemporaryDirectory(prefix="qihub-bench-") as folder:
        hub.set_up(folder)
        clients = _make(int(pages))
        print(f"SQLite, {int(pages):,} pages in each of the other languages\n{HEAD}")
        for name, client in clients.items():
            for line in _lines(name, client):
                print(line, flush=True)


def _make(pages):
    """Fill the hub and return {name of a person: browser in which they have signed in}."""
    from django.test import Client

    from accounts.models import User
    from benchmarks.library import Library
    from translations.groups import team

    # Of five resources one is another's translation.
    Library(pages * 5 // 4).publish()
    _make_states()
    people = {"all languages": User.objects.create_superuser("editor")}
    people["one language"] = User.objects.create_user("translator")
    people["one language"].groups.add(team("hi", "Translators"))
    clients = {name: Client(headers={"host": "localhost"}) for name in people}
    for name, client in clients.items():
        client.force_login(people[name])
    return clients


def _make_states():
    from django.db import connection
    from wagtail.models import Locale

    from resources.models import ResourcePage
    from translations.models import TranslationState, Version

    chance = random.Random(0)
    sources = Version.objects.bulk_create(
        Version(
            translation_key=page.translation_key,
            locale=page.locale,
            content_type_id=page.content_type_id,
            object_id=page.pk,
            title=page.title,
            published_at=page.last_published_at,
        )
        for page in ResourcePage.objects.filter(locale__language_code="en")
    )
    locales = list(Locale.objects.exclude(language_code="en"))
    states = [_state(source, locale, chance) for source in sources for locale in locales]
    TranslationState.objects.bulk_create(states, batch_size=2_000)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _state(source, locale, chance):
    from translations.models import Severity, Status, TranslationState

    status = chance.choice(Status.values)
    outdated = status == Status.OUTDATED
    state = TranslationState(
        source=source,
        locale=locale,
        status=status,
        total=20,
        changed=3 * outdated,
        words_left=chance.randrange(300),
        severity=chance.choice((Severity.CONTENT, Severity.SAFETY)) if outdated else None,
        since=source.published_at if outdated else None,
        visits=chance.randrange(2_000),
    )
    state.weigh()
    return state


def _lines(name, client):
    from resources.models import LibraryPage

    section = LibraryPage.objects.get(slug="guides", locale__language_code="en")
    if name == "one language":
        # What translators list is their own: as many pages, below their own home.
        section = _own_section(section)
    plain = f"/admin/pages/{section.pk}/"
    for label, query in VIEWS.items():
        board = partial(_get, client, BOARD + query)
        taken = in_turn(wall, board=board, plain=partial(_get, client, plain))
        ours, reference = taken["board"] * 1000, taken["plain"] * 1000
        yield Line(f"{name}, {label}", ours, reference, bar=MOST_TIMES * reference, unit="ms")
        yield Line(
            f"{name}, {label}", _queries(client, BOARD + query), bar=MOST_QUERIES, unit="SQL"
        )


def _own_section(section):
    from resources.models import LibraryPage

    return LibraryPage.objects.get(slug=section.slug, locale__language_code="hi")


def _get(client, address):
    response = client.get(address)
    if response.status_code != 200:
        raise SystemExit(f"{address} answers {response.status_code}.")
    return response


def _queries(client, address):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    # What every page of the hub keeps in the cache may have run out.
    _get(client, address)
    with CaptureQueriesContext(connection) as captured:
        _get(client, address)
    return len(captured)
