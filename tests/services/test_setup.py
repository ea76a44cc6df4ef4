"""Setting the hub up on a machine that lacks something says what, in one sentence."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from scripts.problem import Problem
from scripts.services import html_checker
from scripts.services.cache import require_checksum, require_space
from scripts.services.java import find_jdk

ROOT = Path(__file__).resolve().parents[2]


def install_jdk(folder, version, modules="java.base jdk.jlink"):
    (folder / "bin").mkdir(parents=True)
    (folder / "release").write_text(f'JAVA_VERSION="{version}"\nMODULES="{modules}"\n')
    (folder / "bin" / "java").touch(mode=0o755)
    return folder


def run_setup(folder, python=None):
    """Run the set-up script in `folder` with `python`, a shell script, as the only Python."""
    path = folder / "path"
    path.mkdir()
    for program in ("mkdir", "df", "awk"):
        (path / program).symlink_to(shutil.which(program))
    if python:
        (path / "python3").write_text(f"#!/bin/sh\n{python}\n")
        (path / "python3").chmod(0o755)
    return subprocess.run(
        [shutil.which("sh"), ROOT / "scripts" / "setup.sh", "base"],
        cwd=folder,
        env={"PATH": str(path)},
        capture_output=True,
        text=True,
    )


def test_make_says_what_can_be_made():
    said = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True).stdout
    for target in ("setup", "run", "test", "lint", "bench", "help"):
        assert f"make {target} " in said


@pytest.mark.parametrize("python", [None, "exit 1"], ids=["no Python", "an older Python"])
def test_without_a_sufficient_python_setup_says_what_to_install(tmp_path, python):
    result = run_setup(tmp_path, python)
    assert result.returncode == 1
    assert len(result.stderr.splitlines()) == 1
    assert "Python 3.11" in result.stderr and "apt-get install" in result.stderr


def test_without_the_venv_module_setup_says_what_to_install(tmp_path):
    result = run_setup(tmp_path, """case "$2" in *ensurepip*) exit 1 ;; esac""")
    assert result.returncode == 1
    assert len(result.stderr.splitlines()) == 1
    assert "python3-venv" in result.stderr


def test_the_newest_sufficient_jdk_is_found(tmp_path):
    folders = [install_jdk(tmp_path / version, f"{version}.0.1") for version in ("17", "25", "21")]
    assert find_jdk(folders) == tmp_path / "25"


@pytest.mark.parametrize(
    ("version", "modules"),
    [("17.0.15", "java.base jdk.jlink"), ("25.0.3", "java.base"), ("1.8.0_402", "")],
    ids=["too old", "a bare runtime", "far too old"],
)
def test_a_jdk_that_does_not_do_is_refused_with_what_to_install(tmp_path, version, modules):
    with pytest.raises(Problem, match="JDK of version 21 or later"):
        find_jdk([install_jdk(tmp_path / "jdk", version, modules)])


def test_without_any_jdk_a_sentence_says_what_to_install(tmp_path):
    with pytest.raises(Problem, match="ES_JAVA_HOME"):
        find_jdk([tmp_path / "nothing"])


def test_an_archive_other_than_the_tested_one_is_refused(tmp_path):
    archive = tmp_path / "archive.zip"
    archive.write_bytes(b"something else")
    with pytest.raises(Problem, match=r"archive\.zip is not the file that was tested"):
        require_checksum(archive, "sha256", "0" * 64)


def test_a_full_disk_is_said_before_anything_is_fetched(tmp_path):
    with pytest.raises(Problem, match="make room"):
        require_space(tmp_path, 10**9, "Fetching Elasticsearch")


def test_the_html_checker_finds_an_unclosed_element(tmp_path):
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><html lang=en><title>A page</title><p>Text<div></p></html>")
    jar = os.environ.get("VNU_JAR") or html_checker.prepare()
    result = subprocess.run(["java", "-jar", jar, page], capture_output=True, text=True)
    assert result.returncode == 1
    assert "Unclosed element" in result.stderr
