"""The benchmarks run and print every line; what they measure is for whoever runs them to judge."""

import random
import subprocess
import sys

import pytest
from django.conf import settings

from benchmarks.words import Vocabulary


def run(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "benchmarks", *arguments],
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
    )


@pytest.fixture(scope="module")
def table():
    """What a measurement of search with few resources prints."""
    finished = run("search", "200")
    assert finished.returncode == 0, finished.stderr
    return finished.stdout


@pytest.mark.parametrize(
    "label",
    [
        "update_index, all of it",
        "update_index, memory",
        *(
            f"{what}, word in {share}"
            for what in ("results", "whole page", "queries a page", "Page.objects.search")
            for share in ("nearly all", "6 %", "0.1 %", "one")
        ),
        "suggestions for su",
    ],
)
def test_search_is_measured_in_every_way(table, label):
    assert [line for line in table.splitlines() if line.startswith(label)]


def test_a_page_of_results_costs_few_queries(table):
    lines = [line for line in table.splitlines() if line.startswith("queries a page")]
    assert all(" ok " in line for line in lines)


def test_the_same_seed_makes_the_same_words():
    texts = {Vocabulary("hi", seed).text(random.Random(1), 20, "oxygen") for seed in (5, 5, 6)}
    assert len(texts) == 2
    assert all("oxygen" in text.split() for text in texts)


def test_an_unknown_benchmark_is_answered_with_those_there_are():
    finished = run("speed")
    assert finished.returncode == 1
    assert "import_resources" in finished.stderr
