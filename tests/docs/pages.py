"""The pages of the documentation, and the commands that stand in them."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("README.md", *sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("docs/**/*.md")))
_LINE = re.compile(r"^```(?P<fence>.*)$|^#+ (?P<heading>.*)$", re.MULTILINE)


def text_of(page):
    """Return the text of a page, which is named as in PAGES."""
    return (ROOT / page).read_text(encoding="utf-8")


def fenced(page):
    """Return (section, language, text) of every fenced block of a page, in their order.

    The section is the heading above the block, the language what stands behind its fence.
    """
    text, found, section, opened = text_of(page), [], "", None
    for line in _LINE.finditer(text):
        if opened is not None:
            if line["fence"] == "":
                language, start = opened
                found.append((section, language, text[start : line.start()]))
                opened = None
        elif line["fence"] is not None:
            opened = (line["fence"], line.end() + 1)
        else:
            section = line["heading"]
    assert opened is None, f"A fenced block of {page} has no end."
    return found


def blocks(page, section, language="sh"):
    """Return the texts of a section's blocks in one language; there must be one."""
    found = [
        text
        for its_section, its_language, text in fenced(page)
        if (its_section, its_language) == (section, language)
    ]
    assert found, f"{page} has no {language} block below {section!r}."
    return found


def without_fences(page):
    """Return the text of a page without its fenced blocks."""
    return re.sub(r"^```.*?^```$", "", text_of(page), flags=re.MULTILINE | re.DOTALL)
