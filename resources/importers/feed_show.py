"""What a feed says of its show."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from resources.choices import PodcastCategory
from resources.models import PodcastPage

from . import markup
from .feed_values import is_explicit, person, plain, web_address
from .record import Show
from .report import Problem
from .summaries import opening
from .values import YES
from .xml_tree import Element

# The element in which an export of this hub keeps a show as it is, and its parts.
OWN_SHOW, OWN_FIELD = "qihub:show", "qihub:field"
FACTS = (
    *("introduction", "author", "owner_email", "category", "is_explicit", "copyright_notice"),
    *("feed_guid", "source_url"),
)


def read_shows(channel: Element) -> list[Show]:
    """The shows of a feed: one, but for exports of this hub, which may hold several."""
    own = [_own_show(element) for element in channel.all(OWN_SHOW)]
    return own or [_show(channel)]


def _own_show(element: Element) -> Show:
    facts = {field.attributes.get("name", ""): field.text for field in element.all(OWN_FIELD)}
    title = facts.pop("title", "")
    known = {name: facts[name] for name in FACTS if name in facts}
    known["is_explicit"] = facts.get("is_explicit") in YES
    language = element.attributes.get("language", "")
    return Show(title, element.line, known, language=language)


def _show(channel: Element) -> Show:
    title = channel.first("title", "atom:title", "itunes:title")
    about = channel.first("description", "itunes:summary", "atom:subtitle", "itunes:subtitle")
    facts = {
        "introduction": opening(plain(about.text), _longest("introduction")) if about else "",
        "author": _author(channel),
        "owner_email": _owner(channel),
        "category": _category(channel),
        "is_explicit": is_explicit(_text(channel, "itunes:explicit")),
        "copyright_notice": _cut(_text(channel, "copyright", "atom:rights"), "copyright_notice"),
        "feed_guid": _text(channel, "podcast:guid")[: _longest("feed_guid")],
        "source_url": _own_address(channel),
    }
    known = {name: value for name, value in facts.items() if value}
    name = markup.regular(plain(title.text if title else ""))
    line = title.line if title else channel.line
    return Show(name, line, known, tuple(_notes(channel, facts)))


def _notes(channel: Element, facts: dict[str, Any]) -> Iterator[Problem]:
    if cover := channel.first("itunes:image", "image", "atom:logo"):
        yield Problem(_("the cover is not fetched; choose one in the admin."), cover.line)
    if not facts["category"]:
        usual = PodcastCategory(PodcastPage._meta.get_field("category").default)
        yield Problem(
            _("no category of the feed is known here; the podcast is filed under “{name}”.").format(
                name=usual.label
            ),
            channel.line,
        )


def _author(channel: Element) -> str:
    found = channel.first("itunes:author", "dc:creator", "managingEditor")
    if found is None and (author := channel.first("atom:author")):
        found = author.first("atom:name")
    return _cut(person(found.text), "author") if found else ""


def _owner(channel: Element) -> str:
    """The owner's mailbox; "" for what is none."""
    owner = channel.first("itunes:owner")
    email = owner.first("itunes:email") if owner else None
    try:
        validate_email(email.text if email else "")
    except ValidationError:
        return ""
    return email.text


def _category(channel: Element) -> str:
    """The first of the feed's categories that shows of this hub can be filed under, or ""."""
    for element in channel.all("itunes:category"):
        whole = element.attributes.get("text", "").strip()
        parts = [part.attributes.get("text", "").strip() for part in element.children]
        for name in (*(f"{whole}:{part}" for part in parts), whole):
            if name in PodcastCategory.values:
                return name
    return ""


def _own_address(channel: Element) -> str:
    for link in channel.all("atom:link"):
        if link.attributes.get("rel") == "self":
            address = web_address(link.attributes.get("href", ""), link.base)
            return address if len(address) <= _longest("source_url") else ""
    return ""


def _text(channel: Element, *names: str) -> str:
    found = channel.first(*names)
    return markup.regular(plain(found.text)) if found else ""


def _cut(text: str, field: str) -> str:
    """The text, or as many of its words as the field takes."""
    most = _longest(field)
    return text if len(text) <= most else text[: most - 1].rsplit(None, 1)[0] + "…"


def _longest(field: str) -> int:
    return PodcastPage._meta.get_field(field).max_length
