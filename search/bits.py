"""Sets of entries as numbers whose bits are resources, one number a layer.

The translations of a resource have the same bit in different layers, so that what several of
them have counts once. To count, to unite and to take away are single steps of the processor for
30 entries at a time.
"""

from collections.abc import Iterable

# One number for each layer that has entries in it, by the layer's own number.
Layers = dict[int, int]


def both(first: Layers, second: Layers) -> Layers:
    """Return the entries that are in both sets."""
    return {n: bits & second[n] for n, bits in first.items() if n in second}


def united(sets: Iterable[Layers]) -> Layers:
    """Return the entries that are in any of the sets."""
    result: Layers = {}
    for layers in sets:
        for n, bits in layers.items():
            result[n] = result.get(n, 0) | bits
    return result


def without(first: Layers, second: Layers) -> Layers:
    """Return the entries of the first set that are not in the second."""
    return {n: bits & ~second.get(n, 0) for n, bits in first.items()}


def without_resources(layers: Layers, resources: int) -> Layers:
    """Return the entries in `layers` that belong to none of `resources`."""
    return {n: bits & ~resources for n, bits in layers.items()}


def resources_of(layers: Layers) -> int:
    """Return the bits of the resources that have an entry in `layers`."""
    result = 0
    for bits in layers.values():
        result |= bits
    return result


def count_common(first: Layers, second: Layers) -> int:
    """Return how many resources have an entry that is in both sets."""
    result = 0
    for n, bits in second.items():
        if n in first:
            result |= bits & first[n]
    return result.bit_count()
