"""Names of people as citations need them: the family name apart from the given ones."""

import re
import unicodedata

# What tells a body from a person. Half a body's name in front of the other half misleads more
# than a person's name in the order of speech.
_BODY = re.compile(
    r"\d|&|\b(of|for|the|and|group|team|network|collaborat\w+|committee|consortium|"
    r"organi[sz]ation|ministry|department|institut\w+|university|hospital|society|association|"
    r"foundation|centre|center|college|council|initiative|programme|program|project|agency|"
    r"unicef|who|usaid)\b",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"(Jr|Sr)\.?|II|III|IV")
_INITIALS = re.compile(r"[A-Z]{1,3}")
_LONGEST_PERSON = 6


def csl_name(name):
    """Return a name as CSL-JSON has it: {"family", "given", "suffix"} or {"literal"}.

    A body, a single name, and a name in another script than Latin, whose parts have another
    order or no initials, stay whole. “Singh AK” is read as PubMed writes it. The parts are
    those of https://docs.citationstyles.org/en/stable/specification.html#names.
    """
    words = name.split()
    if not 2 <= len(words) <= _LONGEST_PERSON or "," in name or not _is_latin(name):
        return {"literal": name}
    if is_body(name):
        return {"literal": name}
    suffix = words.pop() if len(words) > 2 and _SUFFIX.fullmatch(words[-1]) else ""
    if _INITIALS.fullmatch(words[-1]) and not name.isupper() and len(words[0]) > 2:
        parts = {"family": " ".join(words[:-1]), "given": words[-1]}
    else:
        start = _start_of_family(words)
        parts = {"family": " ".join(words[start:]), "given": " ".join(words[:start])}
    return {**parts, "suffix": suffix} if suffix else parts


def is_body(name):
    """Tell whether a name is one of a group or an organisation, as far as its words say."""
    return _BODY.search(name) is not None or name.rpartition(" ")[2][:1].islower()


def index_form(name):
    """Return “Family, Given” or “Family, Given, Jr”; a name that stays whole as it is."""
    parts = csl_name(name)
    if "literal" in parts:
        return name
    return ", ".join(parts[key] for key in ("family", "given", "suffix") if key in parts)


def _start_of_family(words):
    """Particles in small letters (van, de la) belong to the family name that they precede."""
    start = len(words) - 1
    while start > 1 and words[start - 1].islower():
        start -= 1
    return start


def _is_latin(name):
    letters = (character for character in name if character.isalpha())
    return all(unicodedata.name(letter, "").startswith("LATIN") for letter in letters)
