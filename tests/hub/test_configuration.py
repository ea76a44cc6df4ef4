"""A wrong setting is answered with one sentence that names it, and exit status 1."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string
from wagtail.models import Site

from hub import site_address
from hub.settings.machine_translation import machine_translator

GOOD = {"SECRET_KEY": "k" * 60, "DATABASE_URL": "", "CACHE_URL": "locmemcache://"}


def start(tmp_path, command=("check",), **changes):
    """Run manage.py from a folder without `.env`; return its exit status and what it said."""
    environment = {**os.environ, **GOOD, "PYTHONPATH": str(settings.BASE_DIR), **changes}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    environment["DJANGO_SETTINGS_MODULE"] = "hub.settings.base"
    done = subprocess.run(
        [sys.executable, settings.BASE_DIR / "manage.py", *command],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    return done.returncode, done.stderr.strip()


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("DEBUG", "perhaps", "set it to true or false"),
        ("SITE_URL", "hub.example.org", "set it to an address such as https://"),
        ("SITE_URL", "http://hub.example.org:port", "set it to an address"),
        ("ELASTICSEARCH_URL", "http://one.example.org:9200,two:9200", "set it to an address"),
        ("ELASTICSEARCH_REPLICAS", "some", "set it to a number from 0"),
        ("DATABASE_URL", "mysql://somewhere/hub", "must begin with postgresql://"),
        ("LIBRETRANSLATE_URL", "translate.example.org", "set it to an address"),
    ],
)
def test_a_wrong_setting_is_named_in_one_sentence(tmp_path, name, value, says):
    status, said = start(tmp_path, **{name: value})
    assert status == 1
    assert said.startswith(name) and says in said
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        (
            {"LIBRETRANSLATE_URL": "http://127.0.0.1:5000", "DEEPL_AUTH_KEY": "key"},
            "LIBRETRANSLATE_URL and DEEPL_AUTH_KEY are both set",
        ),
        ({"LIBRETRANSLATE_URL": "http://one:5000,http://two:5000"}, "has several addresses"),
        ({"DEEPL_AUTH_KEY": "key", "DEEPL_FORMALITY": "polite"}, "DEEPL_FORMALITY is 'polite'"),
        (
            {"DEEPL_AUTH_KEY": "key", "MACHINE_TRANSLATION_TIMEOUT": "0"},
            "MACHINE_TRANSLATION_TIMEOUT is '0'",
        ),
    ],
)
def test_a_machine_translation_that_cannot_be_asked_is_a_sentence(monkeypatch, changes, says):
    for name, value in changes.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ImproperlyConfigured, match=says):
        machine_translator()


def test_a_machine_translation_is_off_by_default_and_asked_by_its_own_connector(monkeypatch):
    assert machine_translator() is None
    monkeypatch.setenv("DEEPL_AUTH_KEY", "key:fx")
    deepl = import_string(machine_translator()["CLASS"])(machine_translator()["OPTIONS"])
    assert deepl.connector.get_api_endpoint().startswith("https://api-free.deepl.com/")
    monkeypatch.delenv("DEEPL_AUTH_KEY")
    monkeypatch.setenv("LIBRETRANSLATE_URL", "http://127.0.0.1:5000/")
    libre = import_string(machine_translator()["CLASS"])(machine_translator()["OPTIONS"])
    assert libre.connector.get_api_endpoint() == "http://127.0.0.1:5000"


def test_right_settings_pass_the_checks(tmp_path):
    status, _said = start(tmp_path, DATABASE_URL=f"sqlite:///{tmp_path}/hub.sqlite3")
    assert status == 0


def test_a_public_site_passes_the_checks_for_deployment(tmp_path):
    status, said = start(
        tmp_path,
        ("check", "--deploy", "--fail-level", "WARNING"),
        SITE_URL="https://hub.example.org",
        SECRET_KEY="a-long-and-random-text-" + "".join(chr(97 + n % 26) for n in range(60)),
        DATABASE_URL=f"sqlite:///{tmp_path}/hub.sqlite3",
    )
    assert status == 0, said


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "host", "port"),
    [
        ("https://hub.example.org", "hub.example.org", 443),
        ("http://hub.example.org", "hub.example.org", 80),
        ("http://localhost:8123", "localhost", 8123),
    ],
)
def test_wagtail_s_site_follows_the_address_in_the_settings(settings, address, host, port):
    settings.SITE_URL = address
    site_address.follow_setting()
    site = Site.objects.get()
    assert (site.hostname, site.port) == (host, port)
