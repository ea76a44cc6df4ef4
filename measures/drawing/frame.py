"""The field that a chart is drawn in: where a point lies, and what stands at its edges."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

HEIGHT = 260
_WIDTH = 1000
# Intervals aimed at between the lines across the field.
_INTERVALS = 4
_NICE = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


@dataclass(frozen=True)
class Frame:
    """A grid of whole numbers for `count` points between the values `low` and `high`.

    Its width depends on `count`: points lie an even `step` apart, half of it from the edges.
    Time runs from right to left where `mirrored`.
    """

    count: int
    ticks: tuple[Decimal, ...]
    mirrored: bool = False

    @property
    def step(self) -> int:
        """Return the distance of neighbouring points, from right to left a negative one."""
        step = max(_WIDTH // self.count // 2, 1) * 2
        return -step if self.mirrored else step

    @property
    def width(self) -> int:
        """Return how wide the field is, its height being HEIGHT."""
        return self.count * abs(self.step)

    def x(self, index: int) -> int:
        """Return where point `index` lies."""
        start = self.width if self.mirrored else 0
        return start + self.step // 2 + self.step * index

    def before(self, index: int) -> int:
        """Return the middle between point `index` and the one before it."""
        return self.x(index) - self.step // 2

    def ys(self, values) -> list[int]:
        """Return where values lie, from the top down."""
        low, high = float(self.ticks[0]), float(self.ticks[-1])
        scale = HEIGHT / (high - low)
        return [round((high - float(value)) * scale) for value in values]


def ticks(low: Decimal, high: Decimal) -> tuple[Decimal, ...]:
    """Return round values from `low` or less to `high` or more, evenly apart.

    After Heckbert, Nice numbers for graph labels (Graphics Gems, 1990): steps are 1, 2, 2.5 or 5
    times a power of ten. A field of values that are not negative begins at 0 where that costs it no
    more than its lower half.
    """
    if 0 <= low <= high / 2:
        low = Decimal(0)
    if low == high:
        low, high = (low - abs(low) / 2, high + abs(high) / 2) if low else (low, Decimal(1))
    step = _nice((high - low) / _INTERVALS)
    first = (low / step).to_integral_value(ROUND_FLOOR)
    last = (high / step).to_integral_value(ROUND_CEILING)
    return tuple((step * number).normalize() for number in range(int(first), int(last) + 1))


def _nice(size):
    power = Decimal(1).scaleb(size.adjusted())
    return next(nice * power for nice in _NICE if nice * power >= size)
