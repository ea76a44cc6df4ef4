"""A measure over time: its points as they were written, and what they are held against."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

_PERCENT_SIGNS = "%٪％"


class Period(StrEnum):
    """How far apart the points of a series are; OTHER for points that only have names."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    OTHER = "other"


class ChartKind(StrEnum):
    """Charts that a series can be drawn as; AUTO leaves it to `measures.choosing`.

    P: share of cases, U: events per unit of exposure, C: events in equal exposure, XMR: single
    values (Montgomery, Introduction to Statistical Quality Control, chapters 6 and 7).
    """

    AUTO = "auto"
    NONE = "none"
    RUN = "run"
    P = "p"
    U = "u"
    C = "c"
    XMR = "xmr"


@dataclass(frozen=True)
class Point:
    """One measurement.

    `when` is the day, month or name of the period as it was written (2021-03-01, 2021-03, 2021-W09,
    12, "Baseline"); `value` what is plotted, exactly as reported. A share or a rate that was given
    as a fraction also has its `numerator` and `denominator`, in cases.
    """

    when: str
    value: Decimal
    numerator: Decimal | None = None
    denominator: Decimal | None = None


@dataclass(frozen=True)
class Change:
    """What the team changed, and the `when` of the point at which it began."""

    when: str
    what: str


@dataclass(frozen=True)
class Series:
    """The points of one measure in their order, with what a reader holds them against.

    `baseline` is the number of leading points from which the centre line comes, 0 for all.
    `goal` is in the unit of the values. `higher_is_better` is None where neither is. `unit` is
    text such as "%", "per 1,000 patient days" or "mL a week". `per` is how many cases a share or a
    rate counts: 100 for %.
    """

    points: tuple[Point, ...]
    unit: str = ""
    period: Period = Period.OTHER
    baseline: int = 0
    goal: Decimal | None = None
    higher_is_better: bool | None = None
    changes: tuple[Change, ...] = ()
    per: int = 1

    @property
    def in_percent(self) -> bool:
        """Whether the values are hundredths, by the sign in the unit, whatever its script."""
        return any(sign in self.unit for sign in _PERCENT_SIGNS)
