"""Which family of letters a text in a picture is set in (see `measures/fonts`)."""

import re

USUAL = "Noto Sans"
# Blocks of the Unicode Standard, and the family for what stands in them. Each has Latin letters
# too: those that draw pictures change families within a line badly.
_BLOCKS = {
    "Noto Naskh Arabic": "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufd3e-\ufdff\ufe70-\ufefc",
    "Noto Sans Devanagari": "\u0900-\u0963\u0966-\u097f\ua8e0-\ua8ff",
    "Noto Sans Bengali": "\u0980-\u09ff",
    "Noto Sans Tamil": "\u0b80-\u0bff",
    "Noto Sans Sinhala": "\u0d80-\u0dff",
    "Noto Looped Thai": "\u0e00-\u0e7f",
    "Noto Sans Myanmar": "\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f",
}
_SCRIPTS = re.compile("|".join(f"([{block}])" for block in _BLOCKS.values()))
_FAMILIES = tuple(_BLOCKS)
_URDU = "Noto Nastaliq Urdu"


def family(text: str, language: str) -> str:
    """Return the family for a text of a page in `language`: that of its first other script."""
    found = _SCRIPTS.search(text)
    if found is None:
        return USUAL
    name = _FAMILIES[found.lastindex - 1]
    return _URDU if language == "ur" and name == _FAMILIES[0] else name
