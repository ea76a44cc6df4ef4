"""Putting marks where a page shows the passages that they are of."""

from collections import defaultdict

from core.marked import MarkedText

from ..freshness.passages import passages_of
from ..models import Kind
from .content import graft, spot
from .rich_text import RichPassage, mark_passages, passages_in


class Placing:
    """Marks a page that is about to be served; `source` is the page it translates, or None."""

    def __init__(self, page, source):
        self.page = page
        self.source = source

    def place(self, marks):
        """Put [(facts, Mark)] in, the facts as in `states.py`; what has no place is left out.

        A passage that the translation lacks is put in from the source.
        """
        here = defaultdict(dict)
        for facts, mark in marks:
            if facts["kind"] == Kind.TEXT and facts["path"]:
                here[facts["path"]][facts["index"]] = mark
        lacking = [pair for pair in marks if not pair[0]["path"] and pair[0]["source_path"]]
        missing = self._missing(lacking) if lacking and self.source else {}
        for path in {**here, **missing}:
            self._mark(path, here[path], missing.get(path, ()))

    def _mark(self, path, marks, missing):
        found = spot(self.page, path)
        if found is None:
            return
        if found.is_rich:
            found.put(mark_passages(found.text, marks, missing))
        elif marks:
            found.put(MarkedText(found.text, next(iter(marks.values()))))
        elif not found.text:
            _after, (passage, mark) = missing[0]
            found.put(MarkedText(passage.html, mark))

    def _missing(self, lacking):
        """Return {path: [(passage it stands after, (RichPassage, Mark))]} of what is put in."""
        source = self.source.specific
        texts = {
            facts["source_path"]: _texts(source, facts["source_path"])
            for facts, _mark in lacking
            if facts["kind"] == Kind.TEXT
        }
        self._graft(source, [facts for facts, _mark in lacking if facts["kind"] != Kind.LINK])
        found = defaultdict(list)
        for facts, mark in lacking:
            path, index = facts["source_path"], facts["source_index"]
            if facts["kind"] == Kind.TEXT and index < len(texts[path]):
                after = facts["after"]
                place = after[1] if after and after[0] == path else None
                found[path].append((place, (texts[path][index], mark)))
        return found

    def _graft(self, source, lacking):
        """Put the blocks in that the page lacks, without text: some of it may be translated."""
        paths = [each.path for each in passages_of(source) if each.kind == Kind.TEXT]
        for facts in lacking:
            block = graft(self.page, source, facts["source_path"])
            for path in paths:
                if block and f"{path}.".startswith(f"{block}."):
                    spot(self.page, path).put("")


def _texts(source, path):
    """Return the passages of the source at `path` as a list of `RichPassage`."""
    found = spot(source, path)
    if found is None:
        return []
    if found.is_rich:
        return passages_in(found.text)
    return [RichPassage(found.text, "p", "ul")]
