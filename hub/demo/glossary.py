"""The demo's glossary: the list of terms that comes with the hub."""

from pathlib import Path

from search.terminology.glossary import wordings_of
from search.terminology.reading import read_all
from translations.glossary import loading
from translations.models import Domain

_LIST = Path(loading.__file__).parent / "qi_terms.csv"


def load():
    """Make the entries that are not there yet; return how many."""
    pairs, _problems = read_all([_LIST])
    return loading.load(wordings_of(pairs), Domain.QI, _LIST.name).created
