"""Numbers and their units as one writes them here and another there: 1,000, 2.5kg, २.५ kg."""

import re

# Of private use, so that no text can hold it: a point that does not end a word.
DECIMAL_MARK = "\ue004"

# Units of the SI and of clinical practice that stand right after a number as often as apart.
_MASS, _VOLUME, _LENGTH = "mg|g|kg|mcg|µg|μg|ng", "ml|l|dl|µl|μl", "cm|mm|m|km"
_OTHERS = "mmhg|mmol|mol|mcmol|iu|meq|kcal|kj|s|sec|min|h|hr|hrs|d|wk|mo|y|yr|yrs|c|f|bpm"

_NUMBER = re.compile(
    r"^(?P<whole>\d{1,3}(?:,\d{2,3})*,\d{3}|\d+)(?:[.,٫](?P<fraction>\d+))?"
    rf"(?P<unit>{_MASS}|{_VOLUME}|{_LENGTH}|{_OTHERS})?$"
)


def number_parts(text: str) -> list[str] | None:
    """Return a number and its unit, if it has one; None where `text` is no such thing.

    Commas between thousands (and lakhs) go, and a decimal comma is a decimal point.
    """
    match = _NUMBER.match(text)
    if not match:
        return None
    number = match["whole"].replace(",", "")
    if match["fraction"]:
        number += DECIMAL_MARK + match["fraction"]
    return [number, match["unit"]] if match["unit"] else [number]
