"""XML of unknown origin as a small tree that remembers lines. Nothing in it is ever loaded."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from html.entities import html5
from urllib.parse import urljoin
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser
from django.utils.translation import gettext as _

from .encoding import refuse_binary
from .report import ImportRefused

DEEPEST = 200
XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"
_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']""")
_DECLARATION = re.compile(r"<\?xml[^>]*\?>")
_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
# https://encoding.spec.whatwg.org/#names-and-labels
_AS_BROWSERS_READ = dict.fromkeys(("iso-8859-1", "latin1", "latin-1", "us-ascii"), "cp1252")
# XML knows five names of characters; writers of feeds use HTML's, too. A part of a CDATA section
# that looks like one is HTML anyway.
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30};)")
_OF_XML = set("<>&'\"")


@dataclass
class Element:
    """An element: its name with the prefix that the reader chose, its line and its content.

    `base` is the address that relative ones in it begin from, as `xml:base` says, or "".
    """

    name: str
    attributes: dict[str, str]
    line: int
    base: str = ""
    content: list["str | Element"] = field(default_factory=list)

    @property
    def children(self) -> list["Element"]:
        """The elements directly within this one."""
        return [part for part in self.content if isinstance(part, Element)]

    @property
    def text(self) -> str:
        """The text directly within this element, without white space at its ends."""
        return "".join(part for part in self.content if isinstance(part, str)).strip()

    def all(self, *names: str) -> Iterator["Element"]:
        """The children of these names, all of the first name before those of the next."""
        for name in names:
            yield from (child for child in self.children if child.name == name)

    def first(self, *names: str) -> "Element | None":
        """The first child by `all`, or None."""
        return next(self.all(*names), None)

    def markup(self) -> str:
        """The content as HTML, where elements within it are XHTML; attributes but links go."""
        return "".join(
            escape(part, quote=False) if isinstance(part, str) else part._as_html()
            for part in self.content
        )

    def _as_html(self) -> str:
        name = self.name.rpartition(":")[2]
        link = self.attributes.get("href")
        start = f'{name} href="{escape(link)}"' if name == "a" and link else name
        return f"<{start}>{self.markup()}</{name}>"


class _Builder:
    """Takes the parser's events and builds the tree."""

    def __init__(self, prefixes: dict[str, str]) -> None:
        self.root: Element | None = None
        self.line_of_parser = lambda: 0
        self._prefixes = prefixes
        self._open: list[Element] = []

    def start(self, tag, attributes):
        """Begin an element."""
        if len(self._open) >= DEEPEST:
            raise ImportRefused(
                _("line {line}: the elements are nested too deeply.").format(
                    line=self.line_of_parser()
                )
            )
        outer = self._open[-1] if self._open else None
        base = attributes.get(f"{{{XML_NAMESPACE}}}base", "")
        element = Element(
            self._name(tag),
            {self._name(name): value for name, value in attributes.items()},
            self.line_of_parser(),
            base=_joined(outer.base if outer else "", base),
        )
        if outer is None:
            self.root = element
        else:
            outer.content.append(element)
        self._open.append(element)

    def end(self, tag):
        """End the element that is open."""
        self._open.pop()

    def data(self, text):
        """Take text."""
        if self._open:
            self._open[-1].content.append(text)

    def close(self):
        """Give the tree back."""
        return self.root

    def _name(self, tag):
        namespace, _brace, local = tag.rpartition("}")
        prefix = self._prefixes.get(namespace.removeprefix("{").casefold())
        if prefix is None:
            return f"other:{local}" if namespace else local
        return f"{prefix}:{local}" if prefix else local


def parse(data: bytes, prefixes: dict[str, str]) -> Element:
    """The root element of an XML file.

    `prefixes` names the namespaces that matter, in small letters; elements of others are called
    `other:…`. Raises ImportRefused, with the line, for what is no well-formed XML, and for XML
    that defines entities of its own, by which a small file can grow without end.
    """
    text, skipped = _decode(data)
    builder = _Builder(prefixes)
    parser = DefusedXMLParser(target=builder, encoding="utf-8")
    expat = parser.parser
    expat.buffer_text = True
    builder.line_of_parser = lambda: expat.CurrentLineNumber + skipped
    try:
        parser.feed(text.encode())
        return parser.close()
    except DefusedXmlException as error:
        raise ImportRefused(
            _("line {line}: the file defines entities of its own, which is refused.").format(
                line=builder.line_of_parser()
            )
        ) from error
    except ParseError as error:
        raise ImportRefused(
            _("line {line}: this is not well-formed XML ({reason}).").format(
                line=error.position[0] + skipped, reason=str(error).partition(":")[0]
            )
        ) from error


def _decode(data: bytes) -> tuple[str, int]:
    """The file as text that XML parsers understand, and how many lines were cut off its start."""
    refuse_binary(data)
    named = next((name for mark, name in _MARKS.items() if data.startswith(mark)), None)
    declared = _DECLARED.search(data[:1024])
    name = named or (declared[1].decode("ascii").lower() if declared else "utf-8")
    try:
        text = data.decode(_AS_BROWSERS_READ.get(name, name))
    except LookupError as error:
        raise ImportRefused(
            _("The file says that its encoding is “{name}”, which is not known.").format(name=name)
        ) from error
    except UnicodeError as error:
        raise ImportRefused(
            _("line {line}: a byte that is not {name}, as the file says it is.").format(
                line=data.count(b"\n", 0, getattr(error, "start", 0)) + 1, name=name.upper()
            )
        ) from error
    body = text.lstrip("\ufeff \t\r\n")
    skipped = text[: len(text) - len(body)].count("\n")
    # The declaration stays as so many lines: it names an encoding that the text no longer has.
    body = _DECLARATION.sub(lambda found: "\n" * found.group().count("\n"), body, count=1)
    return _NAMED.sub(_character, body), skipped


def _character(named: re.Match) -> str:
    text = html5.get(named[1], "")
    return named.group() if not text or _OF_XML & set(text) else text


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return base
