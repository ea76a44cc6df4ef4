"""Bringing lists of terms into the glossary."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.db import transaction

from translations.models import GlossaryEntry
from translations.models.glossary_entry import key_of

_CHUNK = 500


class Wording(NamedTuple):
    """What a term of one language is called in another; languages are codes such as "hi"."""

    source_language: str
    term: str
    language: str
    wording: str


@dataclass
class Result:
    """How many entries were made, and how many were there already and stay as they are."""

    created: int = 0
    kept: int = 0


@transaction.atomic
def load(wordings: Iterable[Wording], domain: str, origin: str = "") -> Result:
    """Make an entry of each term that the glossary does not have; raises DatabaseError.

    Several wordings of a term become one entry, the first one preferred. `domain` is one of
    `models.Domain`, `origin` says where the list comes from.
    """
    wanted: dict[tuple[str, str, str], list[Wording]] = {}
    for each in wordings:
        key = (each.source_language, each.language, key_of(each.term))
        wanted.setdefault(key, []).append(each)
    known = set(GlossaryEntry.objects.values_list("source_language", "language", "key"))
    new = [
        GlossaryEntry(
            source_language=found[0].source_language,
            term=found[0].term,
            key=key[-1],
            language=found[0].language,
            preferred="\n".join(dict.fromkeys(each.wording for each in found)),
            domain=domain,
            origin=origin,
        )
        for key, found in wanted.items()
        if key not in known
    ]
    GlossaryEntry.objects.bulk_create(new, batch_size=_CHUNK)
    return Result(created=len(new), kept=len(wanted) - len(new))
