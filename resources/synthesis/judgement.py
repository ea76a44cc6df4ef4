"""Whether what was judged is still what the records say."""

from dataclasses import dataclass

from .records import Record


@dataclass(frozen=True)
class Since:
    """How many records came, say something else or went since a judgement."""

    added: int = 0
    changed: int = 0
    gone: int = 0

    def __bool__(self):
        return any((self.added, self.changed, self.gone))


def of(records: list[Record]) -> dict[str, str]:
    """Return {key: mark} of the records that a judgement is made of, as JSON keeps it."""
    return {str(record.key): record.mark for record in records}


def since(judged: dict[str, str], records: list[Record]) -> Since:
    """Return how the records of now differ from those that were `judged`."""
    now = of(records)
    return Since(
        added=len(now.keys() - judged.keys()),
        changed=sum(now[key] != judged[key] for key in now.keys() & judged.keys()),
        gone=len(judged.keys() - now.keys()),
    )
