"""A cluster keeps the hub's index as docs/operating.md has told the hub."""

import pytest
from elasticsearch import Elasticsearch

from .pages import blocks

PAGE = "docs/operating.md"
PREFIX = "of-the-docs"
MAKE_INDEX = "from search.engines import elasticsearch_engine as engine; engine().create_index()"


@pytest.fixture
def cluster(elasticsearch_url):
    client = Elasticsearch(elasticsearch_url, request_timeout=60)
    yield client
    for index in client.indices.get(index=f"{PREFIX}-search-*"):
        client.indices.delete(index=index)


def test_a_new_index_has_the_copies_that_the_settings_name(clone, cluster, elasticsearch_url):
    (commands,) = blocks(PAGE, "Several nodes")
    setting, _rebuild = commands.strip().splitlines()
    clone.run(setting)
    clone.run(
        f'.venv/bin/python manage.py shell -c "{MAKE_INDEX}"',
        SECRET_KEY="only-for-this-test",
        ELASTICSEARCH_URL=elasticsearch_url,
        ELASTICSEARCH_INDEX_PREFIX=PREFIX,
    )
    (index,) = cluster.indices.get(index=f"{PREFIX}-search-*").values()
    settings = index["settings"]["index"]
    assert (settings["number_of_shards"], settings["number_of_replicas"]) == ("1", "1")
