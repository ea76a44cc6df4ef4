"""Answers for words that nobody has written so: misspelt, inflected, in Latin letters.

A word that hardly any entry has is widened by the known words that resemble it. If none has it at
all, the likeliest of these take its place, and the reader is asked whether they were meant.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from .analysis import ANALYSES, script_of
from .engines.base import QueryWord, WordsQuery
from .parsing import SHORT_QUESTION
from .skeletons import resemblance
from .vocabulary import KnownWord, Vocabulary

# A word that fills a page of results by itself needs no help, and in a long question the other
# words say enough.
FEW_ROWS = 20

# From so much alike on, words are taken for relatives; and, where a word is unknown, the likeliest
# of them for what was meant.
ALIKE = 0.5
MOST_RELATIVES = 5
MEANT = 0.6
MOST_COUNTED = 1_000

_LATIN = "latin"


@dataclass(frozen=True)
class Widened:
    """A question with what resembles its words.

    `unknown` has the words that no entry has, each with the known words that resemble it, the
    likeliest first, and how many rows have these. `nearest` says that no entry has any of the
    words, or what the reader has put in quotation marks, so that the answer is what comes near;
    `is_guess` that even of this none is so much alike that it may have been meant.
    """

    words: WordsQuery
    unknown: dict[str, dict[KnownWord, int]]
    nearest: bool = False
    is_guess: bool = False


def widen(query: WordsQuery, language: str, engine, vocabulary: Vocabulary) -> Widened:
    """Return what a reader of `language` asks, with what resembles it in `vocabulary`.

    `engine` has the rows whose words these are.
    Four queries to the database at most, one where all words are frequent; one more for what
    stands in quotation marks.
    """
    if query.required and not engine.is_answerable(query):
        widened = widen(replace(query, required=()), language, engine, vocabulary)
        return replace(widened, nearest=True)
    rare = _rare(query, engine)
    if not rare:
        return Widened(query, {})
    runs = _broken_runs(query, rare)
    relatives = {
        exact: _readable_relatives(exact, known, language, is_unknown=not rare.get(exact))
        for exact, known in vocabulary.resembling([*rare, *runs]).items()
    }
    instead = _instead(runs, relatives)
    relatives |= dict.fromkeys(instead, [])
    unknown = _counted(
        {word.exact: relatives[word.exact] for word in query.words if rare.get(word.exact) == 0},
        engine,
    )
    relatives |= {exact: list(known) for exact, known in unknown.items()}
    nearest = len(unknown) == len(query.words)
    is_meant = instead or any(_meant(exact, relatives[exact]) for exact in unknown)
    is_guess = nearest and not is_meant
    if nearest and not any(relatives.values()):
        first = query.words[0].exact
        around = vocabulary.neighbours(first)
        relatives[first] = _in_scripts(around, {script_of(first[0])}) or around
    words = tuple(
        _widened(
            replace(word, instead=(*word.instead, *instead.get(word.exact, ()))),
            relatives.get(word.exact, []),
            word.exact in unknown,
        )
        for word in query.words
    )
    return Widened(replace(query, words=words), unknown, nearest, is_guess)


def _rare(query: WordsQuery, engine) -> dict[str, int]:
    """Return the words to widen, and how many rows have each."""
    counts = engine.frequencies(query.words, FEW_ROWS)
    is_short = len(query.words) <= SHORT_QUESTION
    return {
        word.exact: count
        for word, count in zip(query.words, counts, strict=True)
        if count == 0 or (is_short and count < FEW_ROWS)
    }


def _broken_runs(query: WordsQuery, rare: dict[str, int]) -> dict[str, tuple[str, ...]]:
    """Return what is written without gaps and has an unknown piece, by its pieces put together.

    In scripts without spaces one wrong letter breaks a word into pieces that mean nothing.
    """
    return {
        "".join(pieces): pieces
        for pieces in query.phrases
        if any(rare.get(piece) == 0 for piece in pieces)
    }


def _instead(runs, relatives) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return for the pieces of broken runs the words that the whole run may have meant."""
    meant = {
        run: [each for each in relatives.get(run, []) if resemblance(run, each.exact) >= MEANT]
        for run in runs
    }
    return {
        piece: tuple((each.stem,) for each in meant[run])
        for run, pieces in runs.items()
        if meant[run]
        for piece in pieces
    }


def scripts_of(exact: str, language: str) -> set[str]:
    """Return the scripts in which a reader of `language` may mean what is written as `exact`."""
    own = ANALYSES[language].script if language in ANALYSES else _LATIN
    return {script_of(exact[0]), own}


def _readable_relatives(exact, known, language, is_unknown):
    """Return the relatives of a word that a reader of `language` may mean by it.

    What others write so is meant in its own script. What nobody does may be the reader's own
    script in other letters; if it is not, who reads Latin letters may mean any. Guesses stay in a
    script that the reader writes.
    """
    scripts = scripts_of(exact, language) if is_unknown else {script_of(exact[0])}
    relatives = _relatives(exact, _in_scripts(known, scripts))
    if is_unknown and scripts == {_LATIN} and not _meant(exact, relatives):
        anywhere = _relatives(exact, known)
        return anywhere if _meant(exact, anywhere) else relatives
    return relatives


def _in_scripts(known, scripts):
    return [word for word in known if script_of(word.exact[0]) in scripts]


def _relatives(exact: str, known: Iterable[KnownWord]) -> list[KnownWord]:
    """Return the known words that are most like a folded word, the likest first."""
    likeness = {word: resemblance(exact, word.exact) for word in known if word.exact != exact}
    close = [word for word, alike in likeness.items() if alike >= ALIKE]
    return sorted(close, key=lambda word: (-likeness[word], word))[:MOST_RELATIVES]


def _counted(unknown: dict[str, list[KnownWord]], engine) -> dict[str, dict[KnownWord, int]]:
    """Return of the known words those that rows have now, and how many: pages go, and are hidden.

    In a question of very many unknown words only the first are counted.
    """
    first = list(unknown.values())[:SHORT_QUESTION]
    known = list(dict.fromkeys(each for words in first for each in words))
    asked = [QueryWord(each.exact, (each.stem,)) for each in known]
    found = engine.frequencies(asked, MOST_COUNTED) if asked else []
    counts = dict(zip(known, found, strict=True))
    return {
        exact: {each: count for each in words if (count := counts.get(each, 1))}
        for exact, words in unknown.items()
    }


def _meant(exact: str, relatives: list[KnownWord]) -> list[KnownWord]:
    return [each for each in relatives[:1] if resemblance(exact, each.exact) >= MEANT]


def _widened(word: QueryWord, relatives: list[KnownWord], is_unknown: bool) -> QueryWord:
    meant = _meant(word.exact, relatives) if is_unknown else []
    forms = dict.fromkeys((*word.stems, *(each.stem for each in meant)))
    near = dict.fromkeys((*word.near, *(each.stem for each in relatives)))
    return replace(
        word,
        stems=tuple(forms),
        near=tuple(stem for stem in near if stem not in forms and stem != word.exact),
    )
