"""The worked example of the run chart guide: an arithmetic illustration, no real facility."""

COUNTED_EACH_WEEK = 20
BASELINE = [9, 8, 11, 12, 10, 9, 11, 12, 10, 8]
AFTER_THE_CHANGE = [11, 13, 12, 14, 13, 15, 14, 15, 14, 16]


def _half(first_week: int, yes_counts: list[int]) -> list[list[str]]:
    shares = [yes * 100 // COUNTED_EACH_WEEK for yes in yes_counts]
    return [
        [str(first_week + n), str(yes), str(share)]
        for n, (yes, share) in enumerate(zip(yes_counts, shares, strict=True))
    ]


def _side_by_side() -> list[list[str]]:
    before, after = _half(1, BASELINE), _half(11, AFTER_THE_CHANGE)
    return [left + right for left, right in zip(before, after, strict=True)]


WEEKS_TABLE = {
    "caption": "Arithmetic illustration: yes among twenty babies a week, before and after week 11",
    "data": [
        ["Week", "Yes", "Per cent", "Week after change", "Yes", "Per cent"],
        *_side_by_side(),
    ],
}
