"""The field of a chart as SVG: lines, points and the marks of signals and changes.

It has no sizes of letters and no colours of its own: both come from `static/css/chart.css`.
"""

from .chart import Chart
from .frame import HEIGHT, Frame
from .paths import dots, line, stairs

# More points than these stand too close to be told apart, and so do the dashes of their limits.
_MOST_DOTS = 100
# The field is stretched to its room, and its strokes are not.
_EVEN = 'vector-effect="non-scaling-stroke"'


def field(chart: Chart, frame: Frame) -> str:
    """Return the paths of a chart in the grid of its frame, those to be seen best last."""
    points = frame.ys(point.value for point in chart.series.points)
    few = frame.count <= _MOST_DOTS
    frames = dots((frame.x(at), points[at]) for at in chart.single)
    paths = [("g", _across(frame, frame.ys(frame.ticks))), ("c", _changes(chart, frame))]
    paths += _limits(chart, frame)
    if chart.series.goal is not None:
        paths.append(("o", _across(frame, frame.ys([chart.series.goal]))))
    if chart.centre is not None:
        paths.append(("m", _across(frame, frame.ys([chart.centre]))))
    # Written as in the whole line, so that compression finds it there again.
    bands = (
        line(frame.x(first), frame.step, points[first : last + 1]) for first, last in chart.bands
    )
    paths.append(("s", "".join(bands)))
    paths += [("x", frames), ("y", frames)]
    paths.append(("r", line(frame.x(0), frame.step, points)))
    if few:
        paths.append(("d", dots((frame.x(at), y) for at, y in enumerate(points))))
    return "".join(f'<path {_EVEN} class="{name}" d="{path}"/>' for name, path in paths if path)


def _across(frame, heights):
    return "".join(f"M0 {y}h{frame.width}" for y in heights)


def _changes(chart, frame):
    return "".join(f"M{frame.before(index)} 0v{HEIGHT}" for index, _numbers in chart.marks())


def _limits(chart, frame):
    """Return the paths of both limits, if there are any.

    A limit that does not change is one straight line; others are level around each point. Where
    both lie equally far from the centre line, one is the other turned over, drawn with few bytes.
    """
    if not chart.upper:
        return []
    lower, upper = frame.ys(chart.lower), frame.ys(chart.upper)
    middle = 2 * frame.ys([chart.centre])[0]
    drawn = _limit(frame, upper)
    name = "l f" if frame.count > _MOST_DOTS and len(set(upper)) > 1 else "l"
    if all(abs(low + high - middle) <= 1 for low, high in zip(lower, upper, strict=True)):
        return [(name, drawn), (f'{name}" transform="matrix(1 0 0-1 0 {middle})', drawn)]
    return [(name, drawn), (name, _limit(frame, lower))]


def _limit(frame, heights):
    if min(heights) == max(heights):
        return _across(frame, heights[:1])
    return stairs(frame.x(0), frame.step, heights)
