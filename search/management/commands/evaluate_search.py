"""`manage.py evaluate_search DIR`: how well the site's search answers a test collection."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from search.engines import elasticsearch_engine
from search.engines.base import EngineUnavailable
from search.evaluation import collection
from search.evaluation.asking import asker
from search.evaluation.measures import mean, measure, names

_RUN = "qihub"


class Command(BaseCommand):
    help = (
        "Asks the questions of a test collection through the site's own analysis and ranking, "
        "apart from its content, and prints how good the answers are."
    )

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, help="with docs.jsonl, queries.jsonl, qrels.tsv")
        parser.add_argument(
            "--backend",
            default="default",
            choices=("default", "database", "elasticsearch"),
            help="what ranks: default is what the site uses",
        )
        parser.add_argument("--run", type=Path, help="a file to write the lists to, in TREC's form")

    def handle(self, **options):
        """Print a line for each measure; raises CommandError with one line on bad input."""
        try:
            answers = collection.answers(options["folder"])
            documents = list(collection.documents(options["folder"]))
            questions = list(collection.questions(options["folder"]))
            lists = self._ask(documents, questions, _backend(options["backend"]))
        except collection.BadCollection as error:
            raise CommandError(str(error)) from error
        except EngineUnavailable as error:
            raise CommandError(f"Elasticsearch does not answer: {error}") from error
        self._report(lists, answers)
        if options["run"]:
            _write_run(options["run"], lists)

    def _ask(self, documents, questions, elasticsearch):
        with transaction.atomic(), asker(documents, elasticsearch) as ready:
            return {question.id: ready.ask(question) for question in questions}

    def _report(self, lists, answers):
        each = [
            measure([document for document, _score in found], answers[question])
            for question, found in lists.items()
            if question in answers
        ]
        if not each:
            raise CommandError("No question has an answer in qrels.tsv.")
        means = mean(each)
        for name in names():
            self.stdout.write(f"{name:12} {getattr(means, name):.4f}")


def _backend(name):
    """Return the Elasticsearch engine, or None for the site's database."""
    engine = elasticsearch_engine() if name != "database" else None
    if engine is None and name == "elasticsearch":
        raise CommandError("ELASTICSEARCH_URL is not set, so there is no Elasticsearch to ask.")
    return engine


def _write_run(path, lists):
    try:
        with path.open("w", encoding="utf-8") as file:
            for question, found in lists.items():
                for rank, (document, score) in enumerate(found, start=1):
                    file.write(f"{question} Q0 {document} {rank} {score:.6f} {_RUN}\n")
    except OSError as error:
        raise CommandError(f"{path} cannot be written: {error.strerror}.") from error
