"""What the desk shows of each passage of a translation."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from wagtail_localize.models import StringTranslation
from wagtail_localize.strings import StringValue

from translations import memory
from translations.differences.word_diff import word_diff
from translations.exchange.intact import normalised
from translations.exchange.passages import Passage, passages_of
from translations.glossary.checks import Concern, all_warnings
from translations.glossary.suggestions import Hit, hits
from translations.models import PassageComment

MISSING, CHANGED, DRAFTED, READY = "missing", "changed", "drafted", "ready"
_MARKUP = re.compile(r"<(?!br\b)[^>]*>")


@dataclass
class Row:
    """One passage: as it is kept, what helps to translate it, and what somebody has just typed.

    `typed` is None where nothing was; `faults` are sentences that say why it was not kept.
    """

    passage: Passage
    diff: str = ""
    hits: list[Hit] = field(default_factory=list)
    matches: list[memory.Match] = field(default_factory=list)
    concerns: list[Concern] = field(default_factory=list)
    comments: list[PassageComment] = field(default_factory=list)
    typed: str | None = None
    faults: list[str] = field(default_factory=list)

    @property
    def key(self):
        """What the row's fields of the form are named by."""
        return f"{self.passage.context_id}-{self.passage.string_id}"

    @property
    def is_plain(self):
        """Whether the passage is typed as plain text, because it has no markup to keep."""
        return not _MARKUP.search(self.passage.source + self.passage.target)

    @property
    def source(self):
        """The source text, written as a translation is typed."""
        return self._as_typed(self.passage.source)

    @property
    def kept(self):
        """The translation as it is kept, written as it is typed."""
        return self._as_typed(self.passage.target)

    @property
    def text(self):
        """What stands in the field."""
        return self.kept if self.typed is None else self.typed

    @property
    def lines(self):
        """How many lines the field has: about as many as the source takes."""
        return min(16, 2 + len(self.source) // 60 + self.source.count("\n"))

    @property
    def state(self):
        """How the translation stands to the source: one of the constants above."""
        row = self.passage.row
        if row is None:
            return MISSING
        if row.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE:
            return DRAFTED
        return CHANGED if self.passage.previous_source else READY

    def as_html(self, typed):
        """Return what was typed in the form in which translations are kept."""
        return StringValue.from_plaintext(typed).data if self.is_plain else normalised(typed)

    def _as_typed(self, html):
        return StringValue(html).render_text() if self.is_plain else html


def rows_of(translation):
    """Return the rows of a translation, in order, with nothing but what is kept."""
    return [Row(passage) for passage in passages_of(translation)]


def add_help(rows, translation):
    """Add to each row what helps its translator, in as many queries however many rows."""
    source, target = translation.source.locale, translation.target_locale
    code, source_code = target.language_code, source.language_code
    texts = [row.passage.source for row in rows]
    found = hits(texts, code, source_code)
    # What has a translation needs none from elsewhere.
    open_texts = [row.passage.source for row in rows if row.state != READY]
    remembered = memory.matches(open_texts, source, target) if open_texts else {}
    pairs = [(row.passage.source, row.passage.target) for row in rows]
    concerns = all_warnings(pairs, code, source_code)
    comments = defaultdict(list)
    for comment in translation.comments.filter(is_done=False).select_related("written_by"):
        comments[comment.context_id].append(comment)
    for row, concern in zip(rows, concerns, strict=True):
        text = row.passage.source
        row.hits, row.matches = found.get(text, []), remembered.get(text, [])
        row.concerns = concern
        row.comments = comments.pop(row.passage.context_id, [])
        if row.passage.previous_source:
            row.diff = word_diff(row.passage.previous_source, text, source_code)
