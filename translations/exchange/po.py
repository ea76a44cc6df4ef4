"""PO files (https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html).

A passage is an entry: its path is the context, its HTML the text. Read here, because polib takes
an entry that was cut off for one without a translation, and tells only of the first error.
"""

import re
from dataclasses import dataclass, field

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .problems import Problem, Refused
from .reading import Entry, Origin, Reading, Standing, digest_of

TOOL = "PO"
_KEY, _COUNT = "X-WagtailLocalize-TranslationID", "X-Passages"
_FIELD = re.compile(r"(msgctxt|msgid|msgstr)\s*(\".*)")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"\s*')
_ESCAPE = re.compile(r"\\(x[0-9a-fA-F]{1,2}|[0-7]{1,3}|.)", re.DOTALL)
_UNESCAPED = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_UNESCAPED |= {"\\": "\\", '"': '"'}
_ESCAPED = {ord(text): f"\\{letter}" for letter, text in _UNESCAPED.items()}
_ESCAPED |= {n: f"\\{n:03o}" for n in (*range(0x20), 0x7F) if n not in _ESCAPED}
_BASE = re.compile(r"[0-9a-f]{8}")


@dataclass
class _Lines:
    """The lines of one entry, put together: {keyword: text} and {keyword: its line}."""

    texts: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    is_fuzzy: bool = False
    is_obsolete: bool = False
    base: str = ""


def write(translation, passages) -> bytes:
    """Return the PO file of a translation's passages.

    Each text is one line, so that a file that was cut off ends within a quotation.
    """
    entries = [_header(translation, len(passages)), *map(_entry, passages)]
    return "\n".join(entries).encode()


def _header(translation, count):
    now = timezone.now().strftime("%Y-%m-%d %H:%M%z")
    language = translation.target_locale.language_code
    fields = {
        "Project-Id-Version": settings.WAGTAIL_SITE_NAME,
        "POT-Creation-Date": now,
        "PO-Revision-Date": now,
        "Last-Translator": "-",
        "Language-Team": language,
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        _KEY: translation.uuid,
        _COUNT: count,
    }
    lines = (_quoted(f"{name}: {value}\n") for name, value in fields.items())
    return "\n".join(['msgid ""', 'msgstr ""', *lines, ""])


def _entry(passage):
    lines = [f"#. {passage.place}"] if passage.place else []
    lines.append(f"#: {passage.base}")
    if passage.row and not passage.is_ready:
        lines.append("#, fuzzy")
    if passage.previous_source:
        lines.append(f"#| msgid {_quoted(passage.previous_source)}")
    lines += [
        f"msgctxt {_quoted(passage.path)}",
        f"msgid {_quoted(passage.source)}",
        f"msgstr {_quoted(passage.target)}",
    ]
    return "\n".join([*lines, ""])


def _quoted(text):
    return f'"{text.translate(_ESCAPED)}"'


def read(text: str) -> Reading:
    """Return what a PO file says, reordered and wrapped as its editor likes.

    Raises Refused, with all lines that cannot be read, or that are missing at the end.
    """
    reader = _Reader()
    for number, line in enumerate(text.split("\n"), start=1):
        reader.take(number, line)
    reader.finish(text.count("\n") + 1)
    if reader.problems:
        raise Refused(reader.problems)
    return reader.reading


class _Reader:
    """Takes a file line by line."""

    def __init__(self):
        self.problems: list[Problem] = []
        self.reading = Reading(tool=TOOL, normal=str)
        self._entry = _Lines()
        self._field = ""
        self._expected = 0
        self._seen = set()

    def take(self, number, line):
        """Take a line; what cannot be read becomes a problem."""
        line = line.strip()
        is_obsolete = line.startswith("#~")
        if line.startswith(("#|", "#~|")) or not line:
            return
        if line.startswith("#") and not is_obsolete:
            self._comment(number, line)
            return
        if is_obsolete:
            line = line.removeprefix("#~").strip()
        if begun := _FIELD.fullmatch(line):
            self._begin(number, begun[1], is_obsolete)
            line = begun[2]
        quoted = _QUOTED.fullmatch(line)
        if quoted is None or not self._field:
            self._complain(number)
            return
        self._entry.texts[self._field] += self._unescaped(number, quoted[1])

    def finish(self, last_line):
        """Take the end of the file."""
        self._close(last_line)
        if len(self._seen) < self._expected:
            message = ngettext(
                "The file ends after {found} of {count} entry. Upload all of it.",
                "The file ends after {found} of {count} entries. Upload all of it; entries may "
                "stay without a translation.",
                self._expected,
            ).format(found=len(self._seen), count=self._expected)
            self.problems.append(Problem(last_line, message))

    def _comment(self, number, line):
        if "msgstr" in self._entry.texts:
            self._close(number)
        if line.startswith("#,"):
            self._entry.is_fuzzy |= "fuzzy" in re.split(r"[,\s]+", line)
        elif line.startswith("#:") and (base := _BASE.fullmatch(line[2:].strip())):
            self._entry.base = base[0]

    def _begin(self, number, name, is_obsolete):
        if "msgstr" in self._entry.texts and name != "msgstr":
            self._close(number)
        if name in self._entry.texts or (name == "msgctxt" and self._entry.texts):
            self._complain(number)
        self._field = name
        self._entry.is_obsolete = is_obsolete
        self._entry.texts[name] = ""
        self._entry.lines[name] = number

    def _close(self, number):
        entry, self._entry, self._field = self._entry, _Lines(), ""
        if not entry.texts:
            return
        if not {"msgid", "msgstr"} <= entry.texts.keys():
            self._complain(number)
            return
        path, source = entry.texts.get("msgctxt", ""), entry.texts["msgid"]
        if not path and not source:
            self._take_header(entry)
            return
        self._seen.add((path, source))
        if not entry.is_obsolete:
            self.reading.entries.append(_as_entry(entry, path, source))

    def _take_header(self, entry):
        line = entry.lines["msgid"]
        fields = dict(
            pair for row in entry.texts["msgstr"].split("\n") if len(pair := row.split(": ", 1)) > 1
        )
        if self.reading.origins:
            self._complain(line)
            return
        key, language = (fields.get(name, "").strip() for name in (_KEY, "Language"))
        self.reading.origins.append(Origin(line, key, language))
        count = fields.get(_COUNT, "").strip()
        self._expected = int(count) if count.isdecimal() and len(count) < 7 else 0

    def _complain(self, number):
        self.problems.append(Problem(number, _("This line cannot be read, or one is missing.")))

    def _unescaped(self, number, quoted):
        def character(match):
            code = match[1]
            if code in _UNESCAPED:
                return _UNESCAPED[code]
            if code[0] == "x" and len(code) > 1:
                return chr(int(code[1:], 16))
            if code[0] in "01234567":
                return chr(int(code, 8))
            self._complain(number)
            return ""

        return _ESCAPE.sub(character, quoted)


def _as_entry(entry, path, source):
    return Entry(
        line=entry.lines["msgstr"],
        path=path,
        digest=digest_of(source),
        source=source,
        target=entry.texts["msgstr"],
        standing=Standing.OPEN if entry.is_fuzzy else Standing.DONE,
        base=entry.base,
    )
