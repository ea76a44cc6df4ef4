"""What a translation has to carry over as it stands: placeholders, links and tags."""

import html
import re
from collections import Counter

# {name}, {{ name }}, %(name)s, %s, ${name}, <v Name> of a transcript, addresses.
_PLACEHOLDER = re.compile(
    r"""
      https?://[^\s<>"]*[^\s<>".,;:!?)'\]।]
    | (?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+
    | \{\{[^{}]*\}\}
    | \$?\{[^{}\s]*\}
    | %\(\w+\)[sdf]
    | %[sd]\b
    | <v\s[^<>]*>
    """,
    re.VERBOSE,
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b([^<>]*)>")
_ID = re.compile(r"""\bid\s*=\s*["']?([\w-]+)""")


def placeholders(text: str) -> Counter:
    """Count the placeholders and addresses in a passage."""
    return Counter(_PLACEHOLDER.findall(html.unescape(_TAG.sub(" ", text))))


def tags(text: str) -> Counter:
    """Count the tags of a passage, opening and closing ones; links with their numbers."""
    found = Counter()
    for closing, name, attributes in _TAG.findall(text):
        number = _ID.search(attributes)
        described = f' id="{number[1]}"' if number else ""
        found[f"<{closing}{name.lower()}{described}>"] += 1
    return found


def difference(source: Counter, translation: Counter) -> tuple[list[str], list[str]]:
    """Return what a translation lacks of what the source has, and what it has beyond it."""
    lacking, beyond = source - translation, translation - source
    return sorted(lacking.elements()), sorted(beyond.elements())
