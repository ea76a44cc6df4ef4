"""/healthz and /readyz."""

import pytest
from django.db import DatabaseError, connection

from core import health


@pytest.fixture
def part():
    """Register one more part for the length of a test."""
    yield lambda state: health.register("test_part", lambda: state)
    health._checks.pop("test_part", None)


def test_the_process_is_up(client):
    response = client.get("/healthz")
    assert response.status_code == 200
    assert response.json() == {"status": "ok"}
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_a_ready_hub_names_its_parts(client, settings):
    settings.ELASTICSEARCH_URL = ""
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json()["database"] == "ok"
    assert response.json()["search"] == "ok"


@pytest.mark.django_db
def test_a_degraded_part_leaves_the_hub_ready(client, part):
    part("degraded")
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json()["test_part"] == "degraded"


@pytest.mark.django_db
def test_without_its_database_the_hub_is_not_ready(client):
    def refuse(execute, sql, params, many, context):
        raise DatabaseError("gone")

    with connection.execute_wrapper(refuse):
        response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json() == {"status": "down", "database": "down"}
