"""Records put together: counted by outcome, grouped by what they changed."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from resources.choices import Outcome

from . import judgement, records, selection
from .records import Record

_OUTCOMES = (*Outcome.choices, ("", _("The record does not say")))


@dataclass(frozen=True)
class Tally:
    """How many records, and how many PDSA cycles of all records, came out in one way."""

    outcome: str
    label: str
    records: int
    cycles: int


@dataclass(frozen=True)
class CommonChange:
    """A change in the editors' words, and the records that made it, in their order."""

    change: str
    records: list[Record]


class Synthesis:
    """What the public records on some topics say together to a reader of one language.

    `counted` are the records, the newest first; those withdrawn, made up for learning or replaced
    by one that counts are left out, and only their numbers are kept.
    """

    def __init__(self, slugs, language, groups=(), judged=None, request=None):
        """Read the records in five queries, however many there are, fewer where there are none.

        `groups` are pairs of a change and the keys of pages of its records, `judged` is what
        `judgement.of` said when the evidence was graded.
        """
        found = records.read(selection.on_topics(slugs, language), request)
        replacing = [record.superseded_by_id for record in found]
        chosen = [page_id for _change, page_ids in groups for page_id in page_ids]
        self._keys = selection.keys_of([*replacing, *chosen])
        self._groups = groups
        self._judged = judged
        self._sort_out(found)

    def _sort_out(self, found):
        real = [record for record in found if not record.is_illustrative]
        valid = [record for record in real if not record.is_withdrawn]
        there = {record.key for record in valid}
        self.counted = [
            record for record in valid if self._keys.get(record.superseded_by_id) not in there
        ]
        self.illustrative = len(found) - len(real)
        self.withdrawn = len(real) - len(valid)
        self.superseded = len(valid) - len(self.counted)

    @property
    def tallies(self):
        """Return a `Tally` for each outcome, what did not work among them, in one order always."""
        ends = [record.outcome for record in self.counted]
        cycles = [outcome for record in self.counted for outcome in record.cycle_outcomes]
        return [
            Tally(outcome, label, ends.count(outcome), cycles.count(outcome))
            for outcome, label in _OUTCOMES
        ]

    @property
    def outcomes(self):
        """Return {outcome: number of records}, "not_stated" for those that do not say."""
        return {tally.outcome or "not_stated": tally.records for tally in self.tallies}

    @property
    def has_cycles(self):
        """Tell whether any record tells of its cycles."""
        return any(record.cycle_outcomes for record in self.counted)

    @property
    def changes(self):
        """Return a `CommonChange` for each group that a record of now is in, most records first."""
        found = [CommonChange(change, self._of_group(ids)) for change, ids in self._groups]
        there = [group for group in found if group.records]
        return sorted(there, key=lambda group: -len(group.records))

    def _of_group(self, page_ids):
        keys = {self._keys.get(page_id) for page_id in page_ids}
        return [record for record in self.counted if record.key in keys]

    @property
    def since(self):
        """Return how the records differ from those that were graded (see `judgement.Since`)."""
        return judgement.since(self._judged, self.counted) if self._judged else judgement.Since()
