"""`manage.py evaluate_search`: the site's ranking, measured on a collection apart from it."""

import gzip
import json
from io import StringIO
from math import log2

import pytest
from django.core.management import CommandError, call_command

from search.evaluation.measures import measure
from search.models import Entry

DOCUMENTS = [
    ("d1", "Oxytocin after birth", "Give it within a minute.", "en"),
    (
        "d2",
        "Partograph",
        "Oxytocin is written down beside the time and the dose, by whoever gives it.",
        "en",
    ),
    ("d3", "Hand hygiene", "Wash hands before touching a newborn.", "en"),
    ("d4", "ऑक्सीटोसिन", "जन्म के बाद oxytocin दें।", "hi"),
]
QUESTIONS = [
    ("q1", "oxytocin", "en"),
    ("q2", "hand washing", "en"),
    ("q3", "xylophone", "en"),
    ("q4", "oxytocin", "hi"),
]
ANSWERS = [("q1", "d1", 2), ("q1", "d2", 1), ("q2", "d3", 1), ("q3", "d3", 1), ("q1", "d3", 0)]


@pytest.fixture
def collection(tmp_path):
    """A folder with a small test collection."""
    documents = [
        {"id": key, "title": title, "text": text, "lang": lang}
        for key, title, text, lang in DOCUMENTS
    ]
    questions = [{"id": key, "text": text, "lang": lang} for key, text, lang in QUESTIONS]
    with gzip.open(tmp_path / "docs.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(record) + "\n" for record in documents)
    (tmp_path / "queries.jsonl").write_text("\n".join(map(json.dumps, questions)))
    rows = [("query-id", "doc-id", "relevance"), *ANSWERS]
    (tmp_path / "qrels.tsv").write_text("\n".join("\t".join(map(str, row)) for row in rows))
    return tmp_path


def evaluate(folder, *options):
    printed = StringIO()
    call_command("evaluate_search", str(folder), *options, stdout=printed)
    return {name: float(value) for name, value in map(str.split, printed.getvalue().splitlines())}


def lists_of(run):
    """Return {question: document ids in order} of a TREC run file."""
    found = {}
    for line in run.read_text(encoding="utf-8").splitlines():
        question, _q0, document, rank, _score, _name = line.split()
        found.setdefault(question, []).append(document)
        assert int(rank) == len(found[question])
    return found


def test_every_engine_ranks_and_measures_a_collection_alike(library, collection):
    run = collection / "run.txt"
    means = evaluate(collection, "--run", str(run))
    lists = lists_of(run)
    assert lists["q1"] == ["d1", "d2", "d4"]
    assert lists["q2"][0] == "d3"
    # Nothing has its word, so it is answered by what comes nearest.
    assert lists["q3"]
    assert means["ndcg_10"] >= 2 / 3
    assert means["empty"] == 0


def test_the_reader_s_own_language_comes_first(library, collection):
    run = collection / "run.txt"
    evaluate(collection, "--run", str(run))
    assert lists_of(run)["q4"] == ["d4", "d1", "d2"]


def test_the_site_s_content_is_neither_asked_nor_touched(library, collection, titles):
    library.guide("Oxytocin on this site")
    run = collection / "run.txt"
    evaluate(collection, "--run", str(run))
    assert lists_of(run)["q1"] == ["d1", "d2", "d4"]
    assert Entry.objects.count() == 1
    assert titles("oxytocin") == ["Oxytocin on this site"]


def test_measures_are_those_of_the_books():
    found = measure(["a", "x", "b"], {"a": 1.0, "b": 3.0, "c": 1.0})
    ideal = 3 + 1 / log2(3) + 1 / log2(4)
    assert found.ndcg_10 == pytest.approx((1 + 3 / log2(4)) / ideal)
    assert found.recall_100 == found.recall == found.r_precision == pytest.approx(2 / 3)
    assert (found.mrr_10, found.empty) == (1, 0)
    assert measure([], {"a": 1.0}).empty == 1


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("queries.jsonl", '{"id": 1, "text": "x"}', "line 1: KeyError"),
        ("queries.jsonl", "not json", "queries.jsonl, line 1"),
        ("qrels.tsv", "q1\td1\t1\nq1 d2 1", "line 2: expected question, document, grade"),
        ("qrels.tsv", "other\td1\t1", "No question has an answer"),
    ],
)
def test_a_broken_collection_is_refused_with_its_line(db, collection, name, content, complaint):
    (collection / name).write_text(content)
    with pytest.raises(CommandError, match=complaint):
        evaluate(collection, "--backend", "database")


def test_a_missing_file_and_a_missing_engine_are_said(db, collection, settings):
    settings.ELASTICSEARCH_URL = ""
    with pytest.raises(CommandError, match="ELASTICSEARCH_URL is not set"):
        evaluate(collection, "--backend", "elasticsearch")
    (collection / "docs.jsonl.gz").unlink()
    with pytest.raises(CommandError, match=r"docs\.jsonl cannot be read"):
        evaluate(collection)
