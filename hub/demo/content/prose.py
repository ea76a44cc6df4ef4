"""Lets content modules break long lines without breaking the text."""


def prose(text: str) -> str:
    """Return `text` with every run of white space, line ends included, as one space."""
    return " ".join(text.split())
