"""The catalogues of the interface's words are whole, sound, and up to date with the sources."""

import gettext
import io
import re

import pytest
from babel import Locale
from babel.messages import Catalog
from babel.messages.mofile import write_mo

from core.languages import CONTENT_LANGUAGES
from home.models import HomePage
from scripts import messages

PLACEHOLDERS = re.compile(r"%\(\w+\)\w|\{\w[^{}]*\}")
TAGS = re.compile(r"<[^>]+>")
# What commands say at the command line, where Django speaks English; but the import's summaries and
# its entries in a page's history are read on pages.
COMMAND_LINE = (
    "resources/importers/",
    "resources/management/",
    "search/management/",
    "translations/management/",
)
READ_ON_PAGES = {"resources/importers/history.py", "resources/importers/summaries.py"}

HEADER = """\
# Kept as it is.
msgid ""
msgstr ""
"Language: hi\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"
"""

every_language = pytest.mark.parametrize("code", messages.LANGUAGES)


@pytest.fixture(scope="module")
def words():
    return messages.collect()


@pytest.fixture
def catalogue(code):
    return messages.read(messages.catalogue_path(code))


@pytest.fixture
def compiled(catalogue):
    """What Django reads when the hub runs."""
    binary = io.BytesIO()
    write_mo(binary, catalogue)
    binary.seek(0)
    return gettext.GNUTranslations(binary)


def entries(catalogue):
    return [entry for entry in catalogue if entry.id]


def name(entry):
    return entry.id if isinstance(entry.id, str) else entry.id[0]


def names(some_entries):
    return "\n".join(f"- {name(entry)}" for entry in some_entries)


def read_on_pages(entry):
    """Tell whether readers or editors see an entry, and not only those who type commands."""
    places = {place for place, _line in entry.locations}
    return any(not place.startswith(COMMAND_LINE) or place in READ_ON_PAGES for place in places)


def marks(pattern, text):
    return sorted(pattern.findall(text))


@every_language
def test_every_word_of_the_sources_is_in_the_catalogue(words, catalogue):
    new = [entry for entry in entries(words) if name(entry) not in catalogue]
    gone = [entry for entry in entries(catalogue) if name(entry) not in words]
    assert not new, f"Run `make messages`, then translate:\n{names(new)}"
    assert not gone, f"No longer in the sources, run `make messages`:\n{names(gone)}"


@every_language
def test_all_that_readers_and_editors_see_is_translated(code, catalogue):
    missing = [entry for entry in messages.untranslated(catalogue) if read_on_pages(entry)]
    assert not missing, f"Translate in {messages.catalogue_path(code)}:\n{names(missing)}"


@every_language
def test_nothing_is_fuzzy(catalogue):
    fuzzy = [entry for entry in entries(catalogue) if entry.fuzzy]
    assert not fuzzy, f"Check these and take the mark off:\n{names(fuzzy)}"


@every_language
def test_the_catalogue_compiles(compiled, catalogue):
    assert not [error for _entry, errors in catalogue.check() for error in errors]
    assert compiled.gettext("Search") not in {"", "Search"}


@every_language
@pytest.mark.parametrize("pattern", [PLACEHOLDERS, TAGS], ids=["placeholders", "tags"])
def test_translations_keep_what_is_filled_in(catalogue, pattern):
    for entry in entries(catalogue):
        for translation in filter(None, messages.forms(entry)):
            assert marks(pattern, translation) == marks(pattern, name(entry)), translation


@every_language
def test_plural_forms_group_numbers_as_cldr_does(code, compiled):
    category = Locale.parse(code).plural_form
    pairs = {(category(number), compiled.plural(number)) for number in range(1000)}
    assert len(pairs) == len({pair[0] for pair in pairs}) == len({pair[1] for pair in pairs})


@every_language
def test_every_plural_form_is_there(catalogue):
    plurals = [entry for entry in entries(catalogue) if entry.pluralizable]
    assert plurals
    for entry in plurals:
        assert len(messages.forms(entry)) == catalogue.num_plurals, name(entry)


def test_words_are_collected_from_python_and_templates(words):
    assert {place for place, _line in words["%(shown)s resource"].locations} == {
        "templates/components/results_list.html",
        "templates/home/home_page.html",
    }
    assert {place for place, _line in words["Search"].locations} >= {
        "search/apps.py",
        "templates/components/header.html",
    }


def test_an_update_keeps_header_and_translations_and_guesses_nothing(tmp_path):
    path = tmp_path / "django.po"
    path.write_text(
        f'{HEADER}\nmsgid "Guide"\nmsgstr "मार्गदर्शिका"\n\nmsgid "Gone"\nmsgstr "गया"\n',
        encoding="utf-8",
    )
    words = Catalog()
    words.add("Guide", locations=[("a.py", 0)])
    words.add("Guides", locations=[("b.py", 0)])
    assert messages.update(path, words) == 1
    assert path.read_text(encoding="utf-8") == (
        f'{HEADER}\n#: a.py\nmsgid "Guide"\nmsgstr "मार्गदर्शिका"\n\n'
        '#: b.py\nmsgid "Guides"\nmsgstr ""\n'
    )


@pytest.mark.parametrize("code", [language.code for language in CONTENT_LANGUAGES])
def test_every_language_answers_at_its_own_address(client, db, code):
    has_home = HomePage.objects.live().filter(locale__language_code=code).exists()
    response = client.get(f"/{code}/")
    assert response.status_code == (200 if has_home else 404)
    assert f'<html lang="{code}"' in response.content.decode(), "Has `make setup` compiled it?"
