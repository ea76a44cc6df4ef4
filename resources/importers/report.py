"""What is wrong with a file, line by line."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

SHOWN_AT_MOST = 100


class ImportRefused(Exception):
    """The import cannot go on at all; the message is one line for the person who started it."""


@dataclass(frozen=True)
class Problem:
    """One thing to put right; `line` is None where the whole file is meant."""

    message: str
    line: int | None = None

    def __str__(self) -> str:
        if self.line is None:
            return self.message
        return _("line {line}: {message}").format(line=self.line, message=self.message)


class Report:
    """Collects every problem of a file, so that one reading puts all of them right.

    `notes` says what was read otherwise than written, and hinders nothing.
    """

    def __init__(self) -> None:
        self._problems: list[Problem] = []
        self.notes: list[Problem] = []

    def add(self, message: str, line: int | None = None) -> None:
        """Notes a problem; the same problem of the same line is noted once."""
        problem = Problem(message, line)
        if problem not in self._problems[-SHOWN_AT_MOST:]:
            self._problems.append(problem)

    def note(self, message: str, line: int | None = None) -> None:
        """Says how something was understood, or that it was left out."""
        self.notes.append(Problem(message, line))

    def __len__(self) -> int:
        return len(self._problems)

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(self._problems, key=lambda problem: problem.line or 0))

    def lines(self) -> Iterator[str]:
        """The report to print: problems in the order of the file, at most SHOWN_AT_MOST."""
        yield from map(str, [*self][:SHOWN_AT_MOST])
        if (rest := len(self) - SHOWN_AT_MOST) > 0:
            yield ngettext("and {count} more problem", "and {count} more problems", rest).format(
                count=rest
            )
