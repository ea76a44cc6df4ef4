"""What the publications print of the demo's initiatives: the table that pages are held against.

Taken from the public records of the papers (abstracts and titles), by hand. `printed` is how the
paper is cited; `numbers` are all that it reports, also those that it writes in words; `points` are
the lines of a series, by the name that the demo gives to the measure.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Facts:
    """The facts of one paper, numbers as decimal text."""

    printed: tuple[str, ...]
    numbers: frozenset[str] = frozenset()
    points: dict[str, tuple[str, ...]] = field(default_factory=dict)


def _facts(printed, numbers="", **points):
    series = {name.replace("_", " "): tuple(values.split()) for name, values in points.items()}
    return Facts(tuple(printed.split("|")), frozenset(numbers.split()), series)


FACTS = {
    # Adherence 30%, aim 90% in 6 months.
    "e-partograph-rural-maternity-hospital": _facts("2021|10|Suppl 1|e001404", "30 90 6"),
    # At least 500 mL a week in 4 weeks; reached above the target.
    "donor-milk-without-milk-bank": _facts(
        "2021|10|Suppl 1|e001467|10.1136/bmjoq-2021-001467", "500 4"
    ),
    # Use at least 20% lower, January 2019 to December 2020; 574 per 1,000 patient days; 32% lower.
    "antibiotic-stewardship-nicu": _facts(
        "2021|10|Suppl 1|e001470|10.1136/bmjoq-2021-001470", "20 2019 2020 574 1000 32"
    ),
    # From 0%, aim above 80% in 8 weeks, 96.27%, above 80% for 4 years; a unit of level 3.
    "sucrose-for-newborn-pain": _facts(
        "2022|11|Suppl 1|e001830|10.1136/bmjoq-2022-001830|35705258|PMC9204459",
        "0 80 8 96.27 4 3",
    ),
    # From 0%, aim 80% in 3 months, achieved in the 9th week.
    "high-risk-pregnancy-triage": _facts(
        "2022|11|Suppl 1|e001718|10.1136/bmjoq-2021-001718", "0 80 3 9"
    ),
    # Infections 50% fewer over 6 months.
    "aseptic-intravenous-lines": _facts("2021|10|Suppl 1|e001394", "50 6"),
    # 10 strategies, 10 states, 131 facilities, 165 projects, 240 mentors, 103 million people.
    "pocqi-framework-india": _facts("2021|10|Suppl 1|e001449", "10 2015 2020 131 165 240 103"),
    # Median compliance, four times.
    "care-of-newborns-after-birth": _facts(
        "2021|10|Suppl 1|e001445", "51 56 59 61", Median_compliance="51 56 59 61"
    ),
    # From 42%, aim less than 10%.
    "antibiotics-after-vaginal-birth": _facts("2021|10|Suppl 1|e001413", "42 10"),
    # Kangaroo mother care of 1 hour from 20% to 100%, of 6 hours from 30% to 80%.
    "kangaroo-mother-care-teaching-hospital": _facts("2022|11|Suppl 1|e001459", "1 20 100 6 30 80"),
    "antenatal-care-kanpur": _facts("2022|11|Suppl 1|e001446"),
    # Median volumes in mL, four times; 3.41 times as much.
    "human-milk-donation-chandigarh": _facts(
        "2023|12|Suppl 3|e002133",
        "5032 6971 8122 17181 3.41",
        Median_of_donated_human_milk="5032 6971 8122 17181",
    ),
    # 6 centres; 1.5 hours per baby and day, aim above 4, over 53 weeks.
    "kangaroo-mother-care-six-centres": _facts("2023|12|Suppl 3|e002307", "6 1.5 4 53"),
}
