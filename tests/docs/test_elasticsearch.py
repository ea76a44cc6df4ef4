"""A cluster does with the hub's index what docs/operating.md tells it to."""

import pytest
from elasticsearch import Elasticsearch

from .pages import blocks

PAGE = "docs/operating.md"
INDEX = "qihub-search-of-the-docs"


@pytest.fixture
def cluster(elasticsearch_url):
    client = Elasticsearch(elasticsearch_url)
    yield client
    client.indices.delete(index=INDEX, ignore_unavailable=True)
    client.indices.delete_index_template(name="qihub")


def test_a_new_index_has_the_copies_that_the_cluster_was_told(clone, cluster, elasticsearch_url):
    _rebuild, tell = blocks(PAGE, "Elasticsearch")
    clone.run(tell, ELASTICSEARCH_URL=elasticsearch_url)
    cluster.indices.create(index=INDEX)
    settings = cluster.indices.get_settings(index=INDEX)[INDEX]["settings"]["index"]
    assert (settings["number_of_shards"], settings["number_of_replicas"]) == ("1", "1")
