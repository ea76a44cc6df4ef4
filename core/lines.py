"""Text fields in which each line is an entry of a list."""


def lines_of(text: str) -> list[str]:
    """Return the lines of `text` that hold anything, each with single spaces."""
    return [line for line in (" ".join(line.split()) for line in text.splitlines()) if line]
