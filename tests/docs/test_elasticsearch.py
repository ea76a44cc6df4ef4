"""A cluster does with the hub's index what docs/operating.md tells it to."""

import os

import pytest
from elasticsearch import Elasticsearch

from .pages import blocks

PAGE = "docs/operating.md"
INDEX = "qihub-search-of-the-docs"


@pytest.fixture
def cluster():
    url = os.environ.get("ELASTICSEARCH_URL", "")
    if not url:
        if os.environ.get("REQUIRE_SERVICES") == "1":
            pytest.fail("ELASTICSEARCH_URL is not set, but REQUIRE_SERVICES=1 asks for a node.")
        pytest.skip("ELASTICSEARCH_URL is not set: no node to tell anything.")
    client = Elasticsearch(url)
    yield client
    client.indices.delete(index=INDEX, ignore_unavailable=True)
    client.indices.delete_index_template(name="qihub")


def test_a_new_index_has_the_copies_that_the_cluster_was_told(clone, cluster):
    _rebuild, tell = blocks(PAGE, "Elasticsearch")
    clone.run(tell, ELASTICSEARCH_URL=os.environ["ELASTICSEARCH_URL"])
    cluster.indices.create(index=INDEX)
    settings = cluster.indices.get_settings(index=INDEX)[INDEX]["settings"]["index"]
    assert (settings["number_of_shards"], settings["number_of_replicas"]) == ("1", "1")
