"""A reader who mistypes or inflects the words of a resource, or types them in Latin letters,
finds it all the same: sixty resources in each of eleven languages, side by side in one hub,
asked for by two to four of their words, each of which is written otherwise.
"""

import pytest
from icu4py.breakers import CharacterBreaker
from wagtail.models import Locale

from search.suggestions import suggest

from .known_items import latin
from .known_items.edits import KINDS
from .known_items.passages import LANGUAGES, passages
from .known_items.questions import questions

SEED = 2_026
LEAST = 0.8
SHOWN = 5


@pytest.fixture
def hub(library):
    """A hub with all passages of all languages; gives the ids of its pages by language."""
    Locale.objects.create(language_code="zh")  # A guest: the hub itself does not speak it.
    return {
        language: library.guides([(each.title, each.text) for each in passages(language)], language)
        for language in LANGUAGES
    }


@pytest.fixture
def reciprocal_rank(hub, search):
    """Return a function that gives the reciprocal rank, among ten, of what is asked for."""

    def rank(question):
        hits = search(question.text, question.language, page_size=10).hits
        wanted = hub[question.language][question.passage]
        places = [place for place, hit in enumerate(hits, start=1) if hit.id == wanted]
        return 1 / places[0] if places else 0.0

    return rank


@pytest.mark.parametrize("engine", ["database"], indirect=True)
def test_known_items_are_found_however_their_words_are_written(reciprocal_rank):
    failures = []
    for kind in KINDS:
        for language in latin.INDIC if kind == "latin" else LANGUAGES:
            asked = questions(language, kind, SEED, "all")
            ranks = [reciprocal_rank(question) for question in asked]
            mean = sum(ranks) / len(ranks)
            print(f"{kind}, {language}: {len(asked)} items, MRR@10 {mean:.3f}")
            assert len(asked) >= 50
            if mean < LEAST:
                failures.append(report(language, kind, mean, asked, ranks))
    assert not failures, f"seed {SEED}\n" + "\n".join(failures)


@pytest.mark.parametrize("engine", ["database"], indirect=True)
def test_two_characters_of_a_title_suggest_something(hub):
    silent = []
    for language in LANGUAGES:
        for title in sorted({passage.title for passage in passages(language)}):
            typed = "".join(list(CharacterBreaker(title, language))[:2])
            if not suggest(typed, language):
                silent.append(f"{language}: {typed!r} of {title!r}")
    assert not silent, "\n".join(silent)


def report(language, kind, mean, asked, ranks):
    """Return what was missed: the mean, and the edited words of the first few questions."""
    missed = [str(q) for q, rank in zip(asked, ranks, strict=True) if rank < 0.5]
    return "\n  ".join([f"{language}, {kind}: MRR@10 {mean:.3f}", *missed[:SHOWN]])
