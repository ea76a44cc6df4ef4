"""A slot: what upper apps ask an editor about a page that is going to be published."""

_panels = []


def ask(panel):
    """Put a panel at the head of every page's editing form."""
    _panels.append(panel)


def panels():
    """Return the panels of all apps, in the order in which they were given."""
    return list(_panels)
