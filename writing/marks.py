"""Texts as they are kept, and marks to know them by."""

import hashlib
import re

# Controls that neither a database nor a Word file takes, and halves of characters, which a browser
# sends of what is being typed.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def fit(text):
    """Return a text as it can be kept: one kind of line end, no control characters."""
    return _UNFIT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def mark(text):
    """Return a short mark of a text, by which a form knows whether it was touched."""
    return hashlib.sha256(fit(text).encode()).hexdigest()[:16]
