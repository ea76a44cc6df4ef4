"""What is installed is what was tested, from whichever registry a machine uses."""

import re
import subprocess
from importlib import metadata
from pathlib import Path

import pytest
from packaging.specifiers import SpecifierSet

ROOT = Path(__file__).resolve().parents[2]
LOCKED = ("base", "test")
OLDEST_PYTHON = "3.11.2"  # Debian 12's
PIN = re.compile(r"^([A-Za-z0-9._-]+)==\S+", re.MULTILINE)
# In pieces, so that this file does not name what it forbids.
REGISTRIES = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("registry", "npmjs"),
        ("npmjs", "com"),
        ("repo1", "maven"),
        ("maven", "apache", "org"),
        ("deb", "debian", "org"),
        ("security", "debian", "org"),
    )
]


@pytest.mark.parametrize("name", LOCKED)
def test_every_pinned_package_has_hashes(name):
    text = (ROOT / "requirements" / f"{name}.txt").read_text()
    pins = re.split(r"\n(?=[A-Za-z0-9])", text)
    assert len(pins) > 20
    assert [pin.splitlines()[0] for pin in pins if "--hash=sha256:" not in pin] == []


@pytest.mark.parametrize("name", LOCKED)
def test_a_lock_file_says_nothing_of_where_packages_come_from(name):
    text = (ROOT / "requirements" / f"{name}.txt").read_text()
    assert not re.search(r"https?://|--(index|extra-index|find-links|trusted)", text)


def test_every_pinned_package_accepts_the_oldest_python():
    refusing = []
    for name in LOCKED:
        for package in PIN.findall((ROOT / "requirements" / f"{name}.txt").read_text()):
            required = metadata.metadata(package).get("Requires-Python") or ""
            if OLDEST_PYTHON not in SpecifierSet(required):
                refusing.append(f"{package} ({required})")
    assert refusing == []


def test_no_tracked_file_names_a_registrys_host():
    hosts = [part for host in REGISTRIES for part in ("-e", host)]
    found = subprocess.run(
        ["git", "grep", "-I", "-l", "-F", *hosts], cwd=ROOT, capture_output=True, text=True
    )
    assert found.stdout == ""
