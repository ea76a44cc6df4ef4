"""XLIFF 1.2 (http://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html).

That version, because translators' programs all read it, and many no other. A passage is a
`trans-unit` whose id is its path and the number of its text.
"""

from html import escape
from uuid import UUID
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from .inline import tags_of, to_inline
from .problems import Problem, Refused, refusal
from .reading import Entry, Origin, Reading, Standing

TOOL = "XLIFF"
_NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_DEEPEST = 60
# What stands beside source and target, and is not ours to read.
_ASIDE = ("alt-trans", "seg-source", "note", "context-group", "prop-group", "count-group")
_HEADS = ("header", "bin-unit", *_ASIDE)
_DONE = ("translated", "final", "signed-off")


def write(translation, passages) -> bytes:
    """Return the XLIFF file of a translation's passages."""
    locale, source = translation.target_locale, translation.source
    name = slugify(source.object_repr)[:60]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<xliff version="1.2" xmlns="{_NAMESPACE}">',
        f'<file original="{name}_{translation.uuid}" datatype="html"'
        f' source-language="{source.locale.language_code}"'
        f' target-language="{locale.language_code}"'
        f' date="{timezone.now().strftime("%Y-%m-%dT%H:%M:%SZ")}">',
        "<body>",
        *map(_unit, passages),
        "</body>",
        "</file>",
        "</xliff>",
        "",
    ]
    return "\n".join(lines).encode()


def _unit(passage):
    identity = escape(f"{passage.path}#{passage.digest}")
    approved = ' approved="yes"' if passage.is_ready else ""
    lines = [
        f'<trans-unit id="{identity}" extradata="{passage.base}"{approved} xml:space="preserve">',
        f"<source>{to_inline(passage.source)}</source>",
        _target(passage),
    ]
    if passage.previous_source:
        old, target = to_inline(passage.previous_source), to_inline(passage.target)
        lines.append(
            f'<alt-trans alttranstype="previous-version"><source>{old}</source>'
            f"<target>{target}</target></alt-trans>"
        )
    if passage.place:
        lines.append(f"<note>{escape(passage.place)}</note>")
    return "\n".join([*lines, "</trans-unit>"])


def _target(passage):
    """Return the `<target>`, without a state where there is nothing: some programs leave it so."""
    if passage.row is None:
        return "<target></target>"
    state = "translated" if passage.is_ready else "needs-review-translation"
    return f'<target state="{state}">{to_inline(passage.target)}</target>'


def read(text: str) -> Reading:
    """Return what an XLIFF 1.2 file says.

    Raises Refused, with the line, for what is no such file, and for every document type: what
    it defines could make a small file grow without end, or read other files.
    """
    builder = _Builder()
    # The text is decoded already, whatever its declaration says.
    parser = DefusedXMLParser(target=builder, encoding="utf-8", forbid_dtd=True)
    parser.parser.buffer_text = True
    builder.line = lambda: parser.parser.CurrentLineNumber
    try:
        parser.feed(text.encode())
        parser.close()
    except DefusedXmlException as error:
        message = _("The file defines a document type, which is refused.")
        raise refusal(builder.line(), message) from error
    except ParseError as error:
        raise refusal(error.position[0], _("This is not well-formed XML.")) from error
    if builder.problems:
        raise Refused(builder.problems)
    return builder.reading


def _normal(html):
    """Return the HTML of a translation as it comes back from a file."""
    unit = f'<trans-unit id="#{UUID(int=0)}"><target>{to_inline(html)}</target></trans-unit>'
    (entry,) = read(f"<xliff>{unit}</xliff>").entries
    return entry.target


class _Unit:
    """A `trans-unit` while it is read."""

    def __init__(self, line, attributes):
        self.line = line
        self.identity = attributes.get("id", "")
        self.base = attributes.get("extradata", "")
        self.texts = {"source": [], "target": []}
        self.standing = Standing.UNSTATED


class _Builder:
    """Takes the parser's events and collects entries."""

    def __init__(self):
        self.problems: list[Problem] = []
        self.reading = Reading(tool=TOOL, normal=_normal)
        self.line = lambda: 0
        self._open: list[str] = []
        self._unit: _Unit | None = None
        self._text: list[str] | None = None
        self._closing: list[str] = []
        self._aside = 0

    def start(self, tag, attributes):
        """Begin an element."""
        name = _local(tag)
        self._open.append(name)
        if len(self._open) > _DEEPEST:
            raise refusal(self.line(), _("The elements are nested too deeply."))
        if len(self._open) == 1:
            self._require_xliff(name, attributes)
        if self._text is not None and not self._aside:
            self._begin_inline(name, attributes)
        elif self._aside or name in _HEADS:
            self._aside += 1
        elif name == "file":
            self.reading.origins.append(self._origin(attributes))
        elif name == "trans-unit":
            self._unit = _Unit(self.line(), attributes)
        elif name in ("source", "target") and self._unit:
            self._begin_text(name, attributes)

    def data(self, text):
        """Take text."""
        if self._text is not None and not self._aside:
            self._text.append(escape(text, quote=False))

    def end(self, tag):
        """End the element that is open."""
        name = self._open.pop()
        if self._aside:
            self._aside -= 1
        elif self._closing:
            self._text.append(self._closing.pop())
        elif name in ("source", "target"):
            self._text = None
        elif name == "trans-unit" and self._unit:
            self._close_unit()

    def close(self):
        """Take the end of the file."""

    def _require_xliff(self, name, attributes):
        if name != "xliff" or not attributes.get("version", "1.2").startswith("1."):
            raise refusal(self.line(), _("This is neither a PO nor an XLIFF 1.2 file."))

    def _origin(self, attributes):
        key = attributes.get("original", "").rpartition("_")[2]
        return Origin(self.line(), key, attributes.get("target-language", ""))

    def _begin_text(self, name, attributes):
        self._text = self._unit.texts[name]
        if name == "target":
            self._unit.line = self.line()
            if state := attributes.get("state"):
                self._unit.standing = Standing.DONE if state in _DONE else Standing.OPEN

    def _begin_inline(self, name, attributes):
        """Take an inline element; `mrk`, by which programs mark sentences, is nothing to us."""
        if name == "mrk":
            self._closing.append("")
            return
        tags = tags_of(name, attributes.get("id", ""))
        if tags is None:
            item = f"<{name} id={attributes.get('id', '')}>"
            message = _("Not in the source: {items}").format(items=item)
            self.problems.append(Problem(self.line(), message))
            tags = "", ""
        self._text.append(tags[0])
        self._closing.append(tags[1])

    def _close_unit(self):
        unit, self._unit = self._unit, None
        path, _hash, digest = unit.identity.rpartition("#")
        try:
            number = UUID(digest)
        except ValueError:
            message = _("This passage is not of this page, or its source text was changed.")
            self.problems.append(Problem(unit.line, message))
            return
        source, target = ("".join(unit.texts[name]) for name in ("source", "target"))
        self.reading.entries.append(
            Entry(unit.line, path, number, source, target, unit.standing, unit.base)
        )


def _local(tag):
    """Return the name of an XLIFF element; those of other namespaces are passed over."""
    namespace, _brace, name = tag.rpartition("}")
    is_ours = not namespace or namespace.startswith("{urn:oasis:names:tc:xliff:document:1.")
    return name if is_ours else "note"
