"""The container files agree with the code, as far as can be said without a Docker engine."""

import re
from pathlib import Path

import pytest
import yaml
from django.core.management import get_commands

ROOT = Path(__file__).resolve().parents[2]
HUB = ("migrate", "web", "worker", "scheduler")
SERVERS = ("postgresql", "elasticsearch")


@pytest.fixture(scope="module")
def compose():
    return yaml.safe_load((ROOT / "compose.yaml").read_text())


@pytest.fixture(scope="module")
def instructions():
    text = (ROOT / "Dockerfile").read_text().replace("\\\n", " ")
    return [line.split(None, 1) for line in text.splitlines() if re.match(r"[A-Z]+ ", line)]


def test_all_parts_of_the_hub_are_there(compose):
    assert set(compose["services"]) == {*HUB, *SERVERS}


@pytest.mark.parametrize("name", SERVERS)
def test_a_server_is_pinned_checked_and_keeps_its_data(compose, name):
    service = compose["services"][name]
    assert re.search(r":\d", service["image"])
    assert "healthcheck" in service
    assert service["volumes"]


def test_elasticsearch_is_the_version_that_the_tests_use(compose):
    from scripts.services.elasticsearch import VERSION

    assert compose["services"]["elasticsearch"]["image"] == f"elasticsearch:{VERSION}"


def test_every_setting_passed_to_the_hub_is_one_it_reads(compose):
    settings = "".join(path.read_text() for path in (ROOT / "hub" / "settings").glob("*.py"))
    passed = compose["services"]["web"]["environment"]
    assert [name for name in passed if f'"{name}"' not in settings] == []


def test_no_secret_has_a_default(compose):
    text = (ROOT / "compose.yaml").read_text()
    for name in ("SECRET_KEY", "POSTGRES_PASSWORD"):
        uses = re.findall(rf"\$\{{{name}\b(.{{2}})", text)
        assert uses and set(uses) == {":?"}


def test_no_container_fills_the_disk_with_what_it_prints(compose):
    for service in compose["services"].values():
        assert {"max-size", "max-file"} <= set(service["logging"]["options"])


def test_the_hub_s_processes_share_uploads_and_cache(compose):
    for name in HUB:
        folders = {volume.split(":")[1] for volume in compose["services"][name]["volumes"]}
        assert folders == {"/hub/var/media", "/hub/var/cache"}


def test_every_command_of_the_hub_exists(compose):
    commands = [compose["services"][name].get("command", "") for name in HUB]
    called = {command.split()[2] for command in commands if "manage.py" in command}
    assert called == {"migrate", "db_worker", "scheduler"}
    assert called <= set(get_commands())


def test_dependencies_and_volumes_are_declared(compose):
    for service in compose["services"].values():
        assert set(service.get("depends_on", {})) <= set(compose["services"])
        named = {volume.split(":")[0] for volume in service.get("volumes", [])}
        assert named <= set(compose["volumes"])


def test_the_image_has_the_tested_python_and_runs_as_an_ordinary_user(instructions):
    bases = [argument for name, argument in instructions if name == "FROM"]
    assert [base.split()[0] for base in bases] == ["python:3.11-slim"] * 2
    order = [name for name, _ in instructions]
    last_user = len(order) - 1 - order[::-1].index("USER")
    assert order.index("CMD") > last_user
    assert instructions[last_user][1] not in ("root", "0")


def test_everything_copied_into_the_image_is_in_the_clone(instructions):
    copied = [argument.split()[:-1] for name, argument in instructions if name == "COPY"]
    sources = [source for names in copied for source in names if not names[0].startswith("--from")]
    assert sources
    assert all((ROOT / source).exists() for source in sources)
