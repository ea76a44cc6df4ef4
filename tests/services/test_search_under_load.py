"""A served hub whose Elasticsearch is killed and rebuilt while people search and edit."""

import json
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode

import pytest

from scripts.services.elasticsearch import Elasticsearch
from tests.journeys.hub_server import ROOT, HubServer, scratch_database

GUIDES = 60
READERS = 16
PATIENCE = 300


@pytest.fixture(scope="module")
def node():
    """A node of Elasticsearch that may be killed."""
    service = Elasticsearch()
    try:
        service.prepare()
        service.start()
        yield service
    finally:
        service.stop()


@pytest.fixture(scope="module")
def hub(node):
    """A served hub with a library of guides, all of which have the word "ward"."""
    with (
        tempfile.TemporaryDirectory(prefix="load-") as name,
        scratch_database(Path(name)) as database_url,
    ):
        plain = HubServer(Path(name), database_url)
        run(plain, "manage.py", "migrate", "--verbosity=0")
        run(plain, "-m", "tests.services.load", "make", GUIDES)
        node.wait()
        server = HubServer(Path(name), database_url, ELASTICSEARCH_URL=node.url)
        run(server, "manage.py", "update_index", "--backend=readers", "--verbosity=0")
        try:
            server.start()
            yield server
        finally:
            server.stop()


def start(hub, *arguments):
    """Start Python in the environment of a hub."""
    return subprocess.Popen(
        [sys.executable, *map(str, arguments)],
        cwd=ROOT,
        env=hub.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finished(process):
    """Return what a process printed, once it has ended well."""
    output, errors = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0, errors
    return output


def run(hub, *arguments):
    return finished(start(hub, *arguments))


def get(address):
    """Return the status of an address, and the JSON that it answers with."""
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        return error.code, {}


def ask(hub, words):
    """Return the status of a search, and its answer."""
    query = urlencode({"q": words, "format": "json"})
    return get(f"{hub.url}/en/search/?{query}")


def search(hub, words):
    """Return the status of a search, and how many resources it finds."""
    status, answer = ask(hub, words)
    return status, answer.get("total")


def first_title(hub, words):
    """Return the title of the best that a search finds."""
    return ask(hub, words)[1]["results"][0]["title"]


def search_until(hub, over):
    """Search with many readers at once until `over` is done; return all answers."""
    with ThreadPoolExecutor(READERS) as pool:
        answers = []
        while not over():
            answers += pool.map(lambda _: search(hub, "ward"), range(READERS))
        return answers


def wait_for(condition):
    """Return what `condition` gives once that is true; fails when it never is."""
    deadline = time.monotonic() + PATIENCE
    while not (result := condition()):
        assert time.monotonic() < deadline
        time.sleep(0.1)
    return result


def indexes(node):
    """Return the aliases of each index on the node, by its name."""
    _, answer = get(f"{node.url}/_alias")
    return {name: set(index["aliases"]) for name, index in answer.items()}


def compare(hub):
    """Fail unless Elasticsearch has exactly the words of the pages that readers may find."""
    return run(hub, "manage.py", "compare_index")


def test_elasticsearch_may_be_killed_while_many_search_and_publish(hub, node):
    editor = start(hub, "-m", "tests.services.load", "edit", *["publish"] * 20)
    with ThreadPoolExecutor(READERS) as pool:
        pending = [pool.submit(search, hub, "ward") for _ in range(200)]
        editor.stdin.write("\n")
        editor.stdin.flush()
        editor.stdout.readline()
        node.process.kill()
        answers = [each.result() for each in pending]
    finished(editor)
    assert set(answers) == {(200, GUIDES)}
    _, state = get(f"{hub.url}/readyz")
    assert state["search"] == "degraded"
    assert 0 < state["search_waiting"] <= 20
    assert first_title(hub, "published19") == "Ward published19"
    node.process.wait()
    node.process = node.spawn()
    node.wait()
    # As the scheduler does every minute; the first may come before the index is loaded.
    wait_for(lambda: run(hub, "manage.py", "send_waiting_edits"))
    wait_for(lambda: get(f"{hub.url}/readyz")[1] == {**state, "search": "ok", "search_waiting": 0})
    assert first_title(hub, "published19") == "Ward published19"
    compare(hub)


def test_a_rebuild_under_load_finds_everything_and_loses_no_edit(hub, node):
    kinds = ["publish", "save", "restrict", "unpublish", "delete", "save"] * 5
    hidden = sum(kind in {"restrict", "unpublish", "delete"} for kind in kinds)
    before = set(indexes(node))
    editor = start(hub, "-m", "tests.services.load", "edit", *kinds)
    rebuild = start(hub, "manage.py", "update_index", "--backend=readers", "--chunk_size=1")
    wait_for(lambda: len(indexes(node)) == 2)
    began = time.time()
    editor.stdin.write("\n")
    editor.stdin.flush()
    answers = search_until(hub, lambda: rebuild.poll() is not None)
    ended = time.time()
    finished(rebuild)
    times = [float(line) for line in finished(editor).split()]
    assert sum(began < moment < ended for moment in times) > 5
    assert {status for status, _ in answers} == {200}
    assert all(GUIDES - hidden <= total <= GUIDES for _, total in answers)
    assert search(hub, "ward") == (200, GUIDES - hidden)
    compare(hub)
    assert not before & set(indexes(node))
    assert len(indexes(node)) == 1
    assert get(f"{hub.url}/readyz")[1]["search_waiting"] == 0


def test_a_rebuild_killed_half_way_leaves_the_old_index_and_the_next_tidies_up(hub, node):
    before = indexes(node)
    _, total = search(hub, "ward")
    rebuild = start(hub, "manage.py", "update_index", "--backend=readers", "--chunk_size=1")
    wait_for(lambda: len(indexes(node)) == 2)
    rebuild.kill()
    rebuild.communicate()
    assert search(hub, "ward") == (200, total)
    assert before.items() <= indexes(node).items()
    run(hub, "manage.py", "update_index", "--backend=readers")
    assert len(indexes(node)) == 1
    assert search(hub, "ward") == (200, total)
