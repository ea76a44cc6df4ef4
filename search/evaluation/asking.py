"""Questions of a test collection, asked as a reader asks them but of a store apart."""

from collections.abc import Iterator
from contextlib import contextmanager

from search.engines import database_engine
from search.forgiving import widen
from search.parsing import parse
from search.rows import word_row
from search.vocabulary import Vocabulary

from .collection import Text

DEPTH = 1_000
_STORE = "search_evaluation"


class Asker:
    """Answers questions from the documents of one collection."""

    def __init__(self, documents: list[Text], elasticsearch=None):
        rows = [
            word_row(number, document.lang, document.title, "", document.text)
            for number, document in enumerate(documents)
        ]
        self._documents = documents
        self._database = database_engine().apart(_STORE, rows)
        self._vocabulary = Vocabulary().apart(_STORE, rows)
        self._elasticsearch = elasticsearch and elasticsearch.apart(_STORE, rows)

    def ask(self, question: Text) -> list[tuple[str, float]]:
        """Return (document id, score) of at most DEPTH documents, the best first.

        As on the site, what is in the reader's own language comes before the rest.
        """
        words = parse(question.text, question.lang).words
        scores = self._scores(words, question.lang) if words else {}
        order = sorted(scores, key=lambda n: (self._is_foreign(n, question), -scores[n], n))
        return [(self._documents[n].id, scores[n]) for n in order[:DEPTH]]

    def drop(self):
        """Remove the documents from the stores."""
        for store in (self._database, self._vocabulary, self._elasticsearch):
            if store:
                store.drop()

    def _scores(self, words, language):
        words = widen(words, language, self._database, self._vocabulary).words
        return (self._elasticsearch or self._database).find(words)

    def _is_foreign(self, number, question):
        return self._documents[number].lang != question.lang


@contextmanager
def asker(documents: list[Text], elasticsearch=None) -> Iterator[Asker]:
    """Give an Asker of `documents` in the site's database, or in Elasticsearch where given.

    The site's own content is neither read nor touched; the stores are gone afterwards. Raises
    EngineUnavailable where Elasticsearch does not answer.
    """
    ready = Asker(documents, elasticsearch)
    try:
        yield ready
    finally:
        ready.drop()
