"""Counts what readers ask, by question, language and day, and nothing else about them."""

from dataclasses import dataclass

from django.utils import timezone

from core.tally import Tally

from .questions import Question

_WRITE = """
INSERT INTO search_questioncount (language, question, text, day, asked, empty, opened, found)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s)
ON CONFLICT (language, question, day) DO UPDATE SET
    asked = search_questioncount.asked + excluded.asked,
    empty = search_questioncount.empty + excluded.empty,
    opened = search_questioncount.opened + excluded.opened,
    found = CASE WHEN excluded.asked > 0 THEN excluded.found ELSE search_questioncount.found END
"""


@dataclass(frozen=True)
class _Count:
    text: str
    asked: int = 0
    empty: int = 0
    opened: int = 0
    found: bool = True

    def __add__(self, other):
        """Return this with another count of the same question, which came later."""
        return _Count(
            self.text,
            self.asked + other.asked,
            self.empty + other.empty,
            self.opened + other.opened,
            other.found if other.asked else self.found,
        )


class QueryLog(Tally):
    """The counts of questions that are not written yet."""

    def __init__(self):
        super().__init__("questions", _WRITE, _row)

    def asked(self, question: Question, found: bool) -> None:
        """Count that `question` was asked, and whether it found something."""
        self.add(_key(question), _Count(question.text, asked=1, empty=int(not found), found=found))

    def opened(self, question: Question) -> None:
        """Count that a page was opened from the results of `question`."""
        self.add(_key(question), _Count(question.text, opened=1))


def _key(question):
    return question.language, question.folded, timezone.localdate()


def _row(key, count):
    language, words, day = key
    return language, words, count.text, day, count.asked, count.empty, count.opened, count.found


# Of this process.
log = QueryLog()
