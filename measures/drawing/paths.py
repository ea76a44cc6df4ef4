"""SVG paths of few bytes: whole numbers, each told from the one before.

Steps from point to point are even, and a part of a line is written as in the whole line, so
that what is drawn twice costs next to nothing once it is compressed.
"""

from collections.abc import Iterable, Sequence
from operator import sub


def line(x: int, step: int, ys: Sequence[int]) -> str:
    """Return the line through points that lie `step` apart from `x` on, at heights `ys`."""
    first, *others = ys
    gap = "" if step < 0 else " "
    moves = [f"{step} {dy}" if dy >= 0 else f"{step}{dy}" for dy in map(sub, others, ys)]
    return f"M{x} {first}" + (f"l{gap.join(moves)}" if moves else "")


def dots(points: Iterable[tuple[int, int]]) -> str:
    """Return lines of no length, which a round or square cap makes visible."""
    path, at_x, at_y = [], 0, 0
    for x, y in points:
        path.append(f"m{x - at_x} {y - at_y}h0".replace(" -", "-"))
        at_x, at_y = x, y
    return "M0 0" + "".join(path) if path else ""


def stairs(x: int, step: int, ys: Sequence[int]) -> str:
    """Return a line that stays level for half a step on either side of each of its points."""
    path, at, width = [f"M{x - step // 2} {ys[0]}"], ys[0], 0
    for y in ys:
        if y != at:
            path.append(f"h{width}v{y - at}")
            width, at = 0, y
        width += step
    return "".join(path) + f"h{width}"
