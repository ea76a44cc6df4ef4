"""A slot: who turns a section of the tree into a list that can be filtered.

The search app fills it at start, because filters and counts are its work and it stands above
the sections that show them.
"""

_providers = []


def register(provider):
    """Let `provider(request, section) -> dict` give the template context of a section's list."""
    _providers[:] = [provider]


def context_for(request, section):
    """Return the template context of a section's list; empty where nothing fills the slot."""
    return _providers[0](request, section) if _providers else {}
