"""Entries by how they fit a reader's setting, in bits: what `fit.comparing` says of each.

Search holds what a resource says it takes beside its facets, so that to sort by it costs no query.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from fit.comparing import Named, Reason, compare, rank
from fit.criteria import CRITERIA
from fit.setting import Setting

from . import bits
from .bits import Layers
from .catalogue import Catalogue
from .labels import FacetLabels


def by_fit(today: Catalogue, entries: Layers, setting: Setting) -> Iterator[Layers]:
    """Yield `entries` in parts, those that fit best first; a resource is in one part only."""
    parts = {(0, 0): entries}
    for name, had in setting.stated.items():
        said = bits.united(today.values(name).values())
        fitting = _fitting(today, name, had, said)
        parts = _divided(parts, fitting, bits.without(said, fitting))
    seen = 0
    for counts in sorted(parts, key=lambda counts: rank(*counts)):
        yield bits.without_resources(parts[counts], seen)
        seen |= bits.resources_of(parts[counts])


def reasons(setting: Setting, filed: Mapping[str, list[str]], labels: FacetLabels) -> list[Reason]:
    """Return how an entry that is filed so stands to a setting."""
    facts = {
        name: {value: Named(*labels.label(name, value)) for value in filed.get(name, ())}
        for name in setting.stated
    }
    return compare(setting, facts)


def _fitting(today, name, had, said):
    if not CRITERIA[name].needs_all:
        return today.having(name, had)
    return bits.without(said, today.having(name, today.values(name).keys() - had))


def _divided(parts, fitting, lacking):
    """Return parts by (how many fields fit, how many lack something), with one field more."""
    divided = defaultdict(list)
    for (fits, lacks), entries in parts.items():
        fit, lack = bits.both(entries, fitting), bits.both(entries, lacking)
        unsaid = bits.without(bits.without(entries, fit), lack)
        divided[fits + 1, lacks].append(fit)
        divided[fits, lacks + 1].append(lack)
        divided[fits, lacks].append(unsaid)
    united = {counts: bits.united(found) for counts, found in divided.items()}
    return {counts: found for counts, found in united.items() if any(found.values())}
