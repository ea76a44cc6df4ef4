"""From the parts of a page's search record to rows, and to words for the engines."""

from dataclasses import dataclass, field

from .analysis import STEM_MARK, index_terms
from .models import EntryPart


@dataclass
class Parts:
    """The rows of an entry's parts; all their words, in order, `written` each once."""

    rows: list[EntryPart] = field(default_factory=list)
    stems: list[str] = field(default_factory=list)
    exact: list[str] = field(default_factory=list)
    written: dict[str, None] = field(default_factory=dict)


def parts_of(entry_id: int, parts, language: str, most_words: int) -> Parts:
    """Return the first `most_words` words of the `SearchPart`s of an entry in `language` (a code).

    A document is taken for one in the language of the page that it is attached to; of which
    language it is, nobody has said.
    """
    made = Parts()
    for part in parts:
        for place, text in part.passages or ((None, ""),):
            terms = index_terms(text, language, most_words - len(made.exact))
            made.rows.append(_row(entry_id, part, place, text, (*terms.stems, *terms.exact)))
            made.stems += terms.stems
            made.exact += terms.exact
            made.written |= dict.fromkeys(terms.written)
            if len(made.exact) >= most_words:
                break
    return made


def _row(entry_id, part, place, text, forms):
    return EntryPart(
        entry_id=entry_id,
        kind=part.kind,
        document_id=part.document_id,
        label=part.label,
        url=part.url,
        place=place,
        text=text,
        words=f" {' '.join(dict.fromkeys(map(without_language, forms)))} ",
    )


def without_language(form: str) -> str:
    """Return a form of a word as `EntryPart.words` has it, without the language of a stem."""
    return form.rpartition(STEM_MARK)[2]
