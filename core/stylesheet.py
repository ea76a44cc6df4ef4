"""The one stylesheet, sent inside each page so that the first paint needs one request."""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "static" / "css"
# In the order of the cascade: what comes later wins.
PARTS = (
    *("tokens", "scripts", "elements", "controls", "frame"),
    *("lists", "article", "home", "desk", "motion_and_print"),
)


@cache
def text():
    """Return the stylesheet as it stands in the page: comments and line indents left out."""
    css = "\n".join((FOLDER / f"{part}.css").read_text(encoding="utf-8") for part in PARTS)
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    lines = (line.strip() for line in css.splitlines())
    return "\n".join(line for line in lines if line)


def csp_hash():
    """Return the source expression that lets a page carry it under a strict policy.

    The form is that of Content Security Policy Level 3, section 2.3.1 (hash-source).
    """
    digest = hashlib.sha256(text().encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
