"""What an index offers that is filled together with others, in several processes."""

from contextlib import AbstractContextManager, nullcontext

from wagtail.search.backends.base import BaseIndex


class FilledIndex(BaseIndex):
    """An index whose rows are made, written and noted down in steps (see `search.rebuilding`).

    `turn` is held while the database writes, where it does so for one process at a time.
    """

    turn: AbstractContextManager = nullcontext()

    def will_read(self) -> None:
        """Prepare for objects that are read from now on."""

    def rows_of(self, model, items):
        """Yield the rows of each of these objects of one model; nothing is written."""
        raise NotImplementedError

    def write(self, rows):
        """Write rows; return what the process that leads has to know, for `note`."""
        raise NotImplementedError

    def note(self, note) -> None:
        """Do what only one process does for all, with what `write` has returned in any."""

    def add_items(self, model, items) -> None:
        """Make the rows of these objects of one model anew."""
        self.note(self.write(list(self.rows_of(model, items))))
