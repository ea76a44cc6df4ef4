"""What the documentation names is there, and what it tells to type is typed by a test."""

import ast
import re
import subprocess
import tomllib
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest
from django.core.management import get_commands

from core.languages import CONTENT_LANGUAGES, SOURCE_LANGUAGE
from resources.importers.columns import COLUMNS
from scripts.messages import APPS

from .pages import PAGES, ROOT, fenced, text_of, without_fences

# Read outside of hub/settings: by the demo, gunicorn, `make run`, and `make` itself.
OTHER_SETTINGS = {"DEMO_PASSWORD", "WEB_CONCURRENCY", "PORT"}
# What no test types, and what covers it instead.
ELSEWHERE = {
    "make run": "tests/services/test_run.py",
    "make test": ".ci/run",
    ".venv/bin/python manage.py update_index": "tests/search/test_operation.py",
    ".venv/bin/python manage.py send_waiting_edits": "tests/search/test_outbox.py",
    ".venv/bin/python manage.py compare_index --mend": "tests/search/test_outbox.py",
    "docker compose up --build --detach": "tests/services/test_compose.py",
    "docker compose run --rm web python manage.py update_index": "tests/docs/test_operating.py",
    "docker compose run --rm web python manage.py createsuperuser": "tests/docs/test_operating.py",
}
# What looks like a file or a module of ours, and is none.
NOT_OURS = {"Asia/Kolkata", "hub.example.org"}
NO_COMMANDS = {"csv", "ini", "mermaid", "nginx", "sql", "text", "vtt"}
OWN_APPS = (*APPS, "scripts")

every_page = pytest.mark.parametrize("page", PAGES)


def inline_code(page):
    return re.findall(r"`([^`\n]+)`", without_fences(page))


def rows_of_table(page, heading):
    """Return the first cells of the table that has `heading` as its first column."""
    lines = text_of(page).splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith(f"| {heading} |"))
    rows = []
    for line in lines[start + 2 :]:
        if not line.startswith("|"):
            break
        rows.append(line.split("|")[1])
    return rows


def anchors(path):
    """Return the anchors of a page's headings, made as code hosts make them."""
    headings = re.findall(r"^#+ (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", each.lower()).replace(" ", "-") for each in headings}


@every_page
def test_links_lead_somewhere(page):
    for target in re.findall(r"(?:\]\(|src=\")([^)\"\s]+)", without_fences(page)):
        if target.startswith(("http://", "https://")):
            continue
        name, _hash, anchor = unquote(target).partition("#")
        path = (ROOT / page).parent / name if name else ROOT / page
        assert path.exists(), f"{page} links to {target}"
        assert not anchor or anchor in anchors(path), f"{page} links to {target}"


@every_page
def test_files_that_are_named_exist(page, file_names):
    made_at_run_time = ("var/", "backup/", ".venv", ".env")
    for code in set(inline_code(page)) - NOT_OURS:
        if code.startswith(made_at_run_time) or not re.fullmatch(
            r"[\w.<>*-]+(/[\w.<>*-]+)*/?", code
        ):
            continue
        if "/" in code:
            pattern = re.sub(r"<\w+>", "*", code).rstrip("/")
            assert any(ROOT.glob(pattern)), f"{page} names {code}"
        elif code.endswith((".py", ".md", ".po", ".html", ".css", ".yaml", ".toml", ".txt", ".in")):
            assert code in file_names, f"{page} names {code}"


@pytest.fixture(scope="module")
def file_names():
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return {Path(line).name for line in listed.stdout.splitlines()}


@every_page
def test_names_of_our_modules_classes_and_functions_exist(page):
    for code in set(inline_code(page)) - NOT_OURS:
        if re.fullmatch(rf"(?:{'|'.join(OWN_APPS)})(?:\.\w+)+", code):
            assert resolves(code), f"{page} names {code}"


def resolves(name):
    """Whether a dotted name is that of a module, or of something in one."""
    parts = name.split(".")
    for end in range(len(parts), 0, -1):
        try:
            found = import_module(".".join(parts[:end]))
        except ModuleNotFoundError:
            continue
        for attribute in parts[end:]:
            if not hasattr(found, attribute):
                return False
            found = getattr(found, attribute)
        return True
    return False


@every_page
def test_commands_that_are_named_exist(page):
    text = text_of(page)
    named = set(re.findall(r"manage\.py (\w+)", text))
    assert named <= set(get_commands()), page
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    typed = re.findall(r"(?:^|`)make ([a-z]+)", text, re.MULTILINE)
    assert set(typed) <= targets, page


@every_page
def test_every_command_is_typed_by_a_test(page):
    tests = "".join(path.read_text() for path in Path(__file__).parent.glob("test_*.py"))
    for section, language, text in fenced(page):
        assert language == "sh" or language in NO_COMMANDS, f"{page}: {section}"
        commands = {line.split("#")[0].strip() for line in text.splitlines()} - {""}
        typed = f'"{page}"' in tests and f'"{section}"' in tests
        assert language != "sh" or typed or commands <= ELSEWHERE.keys(), (
            f"No test follows {section!r} of {page}."
        )


def test_what_covers_the_rest_is_there():
    assert [path for path in ELSEWHERE.values() if not (ROOT / path).exists()] == []


def test_the_table_of_settings_is_whole():
    named = {cell.strip(" `") for cell in rows_of_table("docs/operating.md", "Setting")}
    assert named == settings_read() | OTHER_SETTINGS


def settings_read():
    """Return the names of environment variables that hub/settings reads."""
    names = set()
    for path in (ROOT / "hub" / "settings").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and re.fullmatch(r"[A-Z_]+", str(first.value)):
                    names.add(first.value)
    return names


def test_the_table_of_columns_is_whole():
    cells = " ".join(rows_of_table("docs/importing.md", "Columns"))
    assert set(re.findall(r"`(\w+)`", cells)) == COLUMNS.keys()


def test_one_table_says_which_languages_a_native_speaker_has_reviewed():
    page = "docs/translating-the-interface.md"
    lines = [line for line in text_of(page).splitlines() if line.count("|") > 2]
    codes = [line.split("|")[2].strip() for line in lines[2:]]
    others = [each.code for each in CONTENT_LANGUAGES if each.code != SOURCE_LANGUAGE]
    assert sorted(codes) == sorted(others)
    assert "Reviewed by a native speaker" in lines[0]
    elsewhere = [each for each in PAGES if each != page and "Reviewed by a" in text_of(each)]
    assert elsewhere == []


def test_the_graph_of_apps_is_that_of_the_contract():
    (graph,) = (text for _section, language, text in fenced("README.md") if language == "mermaid")
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    layers = [set(layer.split(" | ")) for layer in contract["contracts"][0]["layers"]]
    expected = {
        (upper, lower) for above, below in pairwise(layers) for upper in above for lower in below
    }
    chains = [re.split(r"\s*-->\s*", line.strip()) for line in graph.splitlines() if "-->" in line]
    assert {pair for chain in chains for pair in pairwise(chain)} == expected
