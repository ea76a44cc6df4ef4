"""The tree as nested lists, no deeper than a phone is wide."""

from dataclasses import dataclass, field

from .reading import Told

DEEPEST = 4


@dataclass
class Branch:
    """An adoption and what stands below it; `names_parent` where that does not stand above it."""

    row: Told
    names_parent: bool
    below: list = field(default_factory=list)


def branches(rows):
    """Return the branches of a part of `reading.published_on`, in its order.

    What is deeper than `DEEPEST`, or whose parent is in an earlier part, names what it grew out of.
    """
    roots, path = [], []
    for row in rows:
        while path and path[-1].row.depth >= row.depth:
            path.pop()
        # A path holds only ancestors: what it lacks is deeper than is shown, or in an earlier part.
        above = path[min(len(path), DEEPEST) - 1] if path else None
        branch = Branch(row, row.parent is not None and (not above or above.row is not row.parent))
        (above.below if above else roots).append(branch)
        path.append(branch)
    return roots
