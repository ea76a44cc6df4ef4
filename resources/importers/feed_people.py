"""Who speaks in an item, and who made it."""

from . import markup
from .feed_values import person, plain
from .people import pair_text
from .record import Record
from .xml_tree import Element

# Of somebody without a role:
# https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/person.md
_USUAL_ROLE = "host"
_LONGEST_NAME = 200
_LONGEST_ROLE = 100


def add_people(record: Record, item: Element, of_show: list[Element]) -> None:
    """Adds authors and roles: the persons of the item, else of the show, else its authors."""
    roles: dict[str, list[str]] = {}
    lines: dict[str, int] = {}
    for element in list(item.all("podcast:person")) or of_show:
        name = markup.regular(plain(element.text))[:_LONGEST_NAME]
        role = " ".join(element.attributes.get("role", "").lower().split()) or _USUAL_ROLE
        lines.setdefault(name, element.line)
        if role not in roles.setdefault(name, []):
            roles[name].append(role)
    for name, found in roles.items():
        if name:
            record.add("authors", name, lines[name])
            role = ", ".join(found)[:_LONGEST_ROLE]
            record.add("roles", pair_text([name, role]), lines[name])
    if not record.cells.get("authors"):
        _add_authors(record, item)


def _add_authors(record: Record, item: Element) -> None:
    nested = [name for author in item.all("atom:author") for name in author.all("atom:name")]
    for names in (("itunes:author",), ("author",), ("dc:creator",)):
        if found := list(item.all(*names)):
            nested = found
            break
    for element in nested:
        record.add("authors", person(element.text)[:_LONGEST_NAME], element.line)
