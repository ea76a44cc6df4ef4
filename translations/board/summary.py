"""How each language stands, at a glance, and how many rows the board has: one query for both."""

from collections import defaultdict
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.db.models import Count, Q, Sum

from core.languages import CONTENT_LANGUAGES
from translations.models import Severity, Status


@dataclass
class LanguageSummary:
    """One language: how many pages and terms are in which state, and what is left to do."""

    code: str
    name: str
    direction: str
    counts: dict = field(default_factory=lambda: defaultdict(int))
    safety: int = 0
    words_left: int = 0

    @property
    def total(self):
        """Return how many pages and terms there are to have in this language."""
        return sum(self.counts.values())

    @property
    def numbers(self):
        """Return [(count, the board's query for these rows)], in the order of `Status`."""
        return [
            (self.counts.get(status, 0), urlencode({"language": self.code, "status": status}))
            for status in Status
        ]

    @property
    def safety_query(self):
        """Return the board's query for what is out of date by a safety-critical change."""
        return urlencode({"language": self.code, "severity": int(Severity.SAFETY)})


def summarise(states, condition=None):
    """Return ([`LanguageSummary`], how many of the states meet a condition).

    `states` is a queryset, `condition` a `Q`; an empty one or None is met by all. Languages come
    in the order of `CONTENT_LANGUAGES`; those without a state are left out.
    """
    groups = (
        states.values("locale__language_code", "status")
        .annotate(
            number=Count("pk"),
            meeting=Count("pk", filter=condition or None),
            safety=Count("pk", filter=Q(severity=Severity.SAFETY)),
            words=Sum("words_left"),
        )
        .order_by()
    )
    found = {
        each.code: LanguageSummary(each.code, each.name, each.direction)
        for each in CONTENT_LANGUAGES
    }
    meeting = 0
    for group in groups:
        summary = found[group["locale__language_code"]]
        summary.counts[group["status"]] += group["number"]
        summary.safety += group["safety"]
        summary.words_left += group["words"]
        meeting += group["meeting"]
    return [summary for summary in found.values() if summary.total], meeting
