"""The stylesheets, sent inside each page so that the first paint needs one request."""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "static" / "css"
EVERYWHERE = "base"
# Each sheet is made of files in the order of the cascade: what comes later wins. The first one
# stands in every page; the others only where a template asks for them.
SHEETS = {
    EVERYWHERE: ("tokens", "scripts", "elements", "controls", "frame", "motion_and_print"),
    "article": ("article",),
    "lists": ("lists",),
    "home": ("home",),
    "podcast": ("podcast",),
    "differences": ("differences",),
    "adoptions": ("adoptions",),
    "writing": ("writing",),
    "fit": ("fit",),
    "measures": ("chart", "measures"),
}


@cache
def text(sheet=EVERYWHERE):
    """Return a sheet of SHEETS as it stands in the page, without comments and idle spaces.

    Raises KeyError for one that there is not.
    """
    return of_files(*SHEETS[sheet])


def of_files(*names):
    """Return what stands in files of FOLDER, named without .css, as `text` does."""
    css = "\n".join((FOLDER / f"{name}.css").read_text(encoding="utf-8") for name in names)
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css).strip()
    css = re.sub(r"\s*([{};,>])\s*|(?<=:) ", r"\1", css)
    return css.replace(";}", "}")


def csp_hashes():
    """Return the source expressions that let pages carry the sheets under a strict policy."""
    return [csp_hash(text(sheet)) for sheet in SHEETS]


def csp_hash(css):
    """Return the source expression of one style.

    The form is that of Content Security Policy Level 3, section 2.3.1 (hash-source).
    """
    digest = hashlib.sha256(css.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
