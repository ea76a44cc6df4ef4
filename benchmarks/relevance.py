"""Measure answers to test collections: `python -m benchmarks relevance folder...`.

Beside the hub's own ranking on SQLite stands plain BM25 by the package bm25s in the same run, over
the same titles and texts: words cut at what is no letter or digit, English ones stemmed and
without stop words, k1 1.2 and b 0.75 as the hub has them. What a folder holds,
`search/evaluation/collection.py` says.
"""

import sys
import tempfile
from pathlib import Path

import bm25s
import Stemmer

from benchmarks import hub

DEPTH = 1_000
K1, B = 1.2, 0.75


def main(*folders):
    """Print for each collection the measures of the hub and of plain BM25."""
    if not folders:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory(prefix="qihub-bench-") as folder:
        hub.set_up(folder)
        from search.evaluation.collection import BadCollection

        try:
            for path in map(Path, folders):
                _report(path)
        except BadCollection as error:
            sys.exit(str(error))


def _report(path):
    from search.evaluation import collection
    from search.evaluation.measures import mean, measure, names

    answers = collection.answers(path)
    documents = list(collection.documents(path))
    questions = [question for question in collection.questions(path) if question.id in answers]
    print(f"\n{path.name:24}{'':>3}" + "".join(f"{name:>13}" for name in names()))
    for ranker, ask in (("the hub", _hub), ("plain BM25", _plain)):
        lists = ask(documents, questions)
        means = mean([measure(lists[each.id], answers[each.id]) for each in questions])
        print(f"{ranker:27}" + "".join(f"{getattr(means, name):13.4f}" for name in names()))


def _hub(documents, questions):
    from django.db import transaction

    from search.evaluation.asking import asker

    with transaction.atomic(), asker(documents) as ready:
        return {each.id: [found for found, _score in ready.ask(each)] for each in questions}


def _plain(documents, questions):
    english = all(document.lang == "en" for document in documents)
    cut = {"stopwords": "en", "stemmer": Stemmer.Stemmer("english")} if english else {}
    options = {"stopwords": None, **cut, "token_pattern": r"(?u)\b\w+\b", "show_progress": False}
    texts = [f"{document.title} {document.text}" for document in documents]
    ranker = bm25s.BM25(k1=K1, b=B)
    ranker.index(bm25s.tokenize(texts, **options), show_progress=False)
    asked = bm25s.tokenize([question.text for question in questions], **options)
    depth = min(DEPTH, len(documents))
    found, scores = ranker.retrieve(asked, k=depth, show_progress=False)
    return {
        question.id: [documents[number].id for number, score in zip(*row, strict=True) if score > 0]
        for question, *row in zip(questions, found, scores, strict=True)
    }
