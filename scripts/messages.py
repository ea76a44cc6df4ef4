"""Bring the catalogues of the interface's words up to date with the sources: `make messages`.

Babel does all of it; no other program is needed. The tests collect the words by the same
functions, so a word that is not in the catalogues fails there.
"""

import io
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from core.languages import CONTENT_LANGUAGES, SOURCE_LANGUAGE
from scripts.problem import Problem, run_program

ROOT = Path(__file__).resolve().parent.parent
APPS = (
    "accounts",
    "adoptions",
    "core",
    "fit",
    "home",
    "hub",
    "measures",
    "resources",
    "search",
    "translations",
    "writing",
)
LANGUAGES = tuple(each.code for each in CONTENT_LANGUAGES if each.code != SOURCE_LANGUAGE)
KEYWORDS = DEFAULT_KEYWORDS | {
    f"{name}_lazy": DEFAULT_KEYWORDS[name] for name in ("gettext", "ngettext", "pgettext")
}


def main():
    words = collect()
    for code in LANGUAGES:
        left = update(catalogue_path(code), words)
        print(f"{code}: {len(words) - left} of {len(words)} translated")


def catalogue_path(code):
    """Return the path of a language's catalogue."""
    return ROOT / "locale" / code / "LC_MESSAGES" / "django.po"


def collect():
    """Return a catalogue of all words marked in our Python code and templates."""
    words = Catalog()
    for path in _sources():
        name = path.relative_to(ROOT).as_posix()
        source = path.read_text(encoding="utf-8")
        for _line, message, _comments, context in _marked(path.suffix, source):
            words.add(message, locations=[(name, 0)], context=context)
    return words


def read(path):
    """Return the catalogue in a file; raises PoFileError when it cannot be read as one."""
    with path.open("rb") as file:
        return read_po(file, abort_invalid=True)


def update(path, words):
    """Give the catalogue at `path` exactly the entries of `words`, its translations kept.

    Nothing is guessed from similar words, and the header stays as it is. Returns how many
    entries have no translation; raises Problem when the file is not there.
    """
    if not path.exists():
        raise Problem(f"{path.relative_to(ROOT)} is missing: begin it with a header of its own.")
    catalogue = read(path)
    catalogue.update(words, no_fuzzy_matching=True)
    write(path, catalogue)
    return len(untranslated(catalogue))


def write(path, catalogue):
    """Write the entries of a catalogue below the header that its file has."""
    header = path.read_text(encoding="utf-8").split("\n\n")[0].rstrip("\n")
    entries = io.BytesIO()
    write_po(
        entries, catalogue, width=0, omit_header=True, include_lineno=False, ignore_obsolete=True
    )
    path.write_text(f"{header}\n\n{entries.getvalue().decode().strip()}\n", encoding="utf-8")


def untranslated(catalogue):
    """Return the entries of a catalogue that lack a translation, or a form of it."""
    return [entry for entry in catalogue if entry.id and not all(forms(entry))]


def forms(entry):
    """Return the translations of an entry, one for each plural form; ("",) for none."""
    return (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ("",))


def _sources():
    python = (path for app in APPS for path in (ROOT / app).rglob("*.py"))
    return sorted((*python, *(ROOT / "templates").rglob("*.html")))


def _marked(suffix, source):
    if suffix == ".html":
        # Django makes of a template calls of gettext between words that mean nothing; without
        # indentation these read as Python.
        source = "\n".join(line.lstrip() for line in templatize(source).splitlines())
    return extract("python", io.BytesIO(source.encode()), keywords=KEYWORDS)


if __name__ == "__main__":
    run_program(main)
