"""What is wrong with a translator's file, line by line."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to tell the translator about `line`, counted from 1.

    `passage` is the beginning of the original's text that it is about, "" for none.
    """

    line: int
    message: str
    passage: str = ""


class Refused(Exception):
    """A file of which nothing is taken over; `problems` says why, in the order of lines."""

    def __init__(self, problems):
        super().__init__(f"{len(problems)} problems")
        self.problems = sorted(problems)


def refusal(line, message):
    """Return the exception that refuses a file for one reason."""
    return Refused([Problem(line, message)])
