"""What import-linter cannot see: foreign keys, templates and the size of files.

Each failure prints what breaks the rule and how to mend it.
"""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model

LAYERS = [
    ("core",),
    ("translations", "accounts", "measures"),
    ("resources",),
    ("adoptions", "fit", "writing"),
    ("search",),
    ("home",),
    ("hub",),
]
RANK = {app: rank for rank, layer in enumerate(LAYERS) for app in layer}
MOST_LINES = 400
SOURCES = [*RANK, "tests", "scripts", "benchmarks", "templates", "static"]

# Template folders of the frame that every page stands in, and of small shared parts.
SHARED_TEMPLATES = {"components", "blocks", "base.html", "404.html", "500.html"}


def may_use(user, used):
    return used not in RANK or user == used or RANK[used] < RANK[user]


def own_models():
    return [model for model in apps.get_models() if model._meta.app_label in RANK]


def test_relations_point_the_way_that_imports_do():
    upward = [
        f"{model._meta.label}.{field.name} points to {field.related_model._meta.label}"
        for model in own_models()
        for field in model._meta.get_fields()
        if field.is_relation and field.concrete and field.related_model
        # Wagtail's own models say who uploaded a file, whatever the user model.
        if field.related_model is not get_user_model()
        if not may_use(model._meta.app_label, field.related_model._meta.app_label)
    ]
    assert not upward, "Put the relation on the upper app's model: " + "; ".join(upward)


def template_owner(path):
    top = path.relative_to(settings.BASE_DIR / "templates").parts[0]
    return "core" if top in SHARED_TEMPLATES else top


def tag_libraries():
    return {
        path.stem: path.parts[-3]
        for app in RANK
        for path in (settings.BASE_DIR / app).glob("templatetags/*.py")
    }


def test_templates_load_and_include_only_what_their_app_may_use():
    libraries = tag_libraries()
    upward = []
    for path in sorted((settings.BASE_DIR / "templates").rglob("*.html")):
        owner = template_owner(path)
        if owner not in RANK:
            continue
        text = path.read_text(encoding="utf-8")
        used = re.findall(r"{%\s*(?:extends|include)\s+[\"']([a-z_]+)/", text)
        loaded = " ".join(re.findall(r"{%\s*load\s+([^%]*)%}", text)).split()
        used += [libraries[name] for name in loaded if name in libraries]
        upward += [f"{path.name} uses {app}" for app in used if not may_use(owner, app)]
    assert not upward, "Offer a slot in core, or a context processor: " + "; ".join(upward)


def test_every_template_folder_belongs_to_an_app():
    folders = {path.name for path in (settings.BASE_DIR / "templates").iterdir() if path.is_dir()}
    wagtails = {"wagtailadmin", "wagtailcore", "wagtaildocs"}
    known = {*RANK, *SHARED_TEMPLATES, *wagtails, "emails"}
    assert folders <= known, f"Name the folder after its app: {folders - known}"


@pytest.mark.parametrize("folder", SOURCES)
def test_no_file_is_longer_than_400_lines(folder):
    long = {
        str(path.relative_to(settings.BASE_DIR)): lines
        for path in (settings.BASE_DIR / folder).rglob("*")
        if path.suffix in {".py", ".html", ".css", ".sh"} and "migrations" not in path.parts
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > MOST_LINES
    }
    assert not long, f"One concept a file: split {long}"


def functions_of(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_nine_functions_in_ten_have_20_lines_or_fewer_and_none_50():
    lengths = {
        f"{path.name}:{node.name}": node.end_lineno - node.lineno + 1
        for app in RANK
        for path in (settings.BASE_DIR / app).rglob("*.py")
        if "migrations" not in path.parts
        for node in functions_of(path)
    }
    ordered = sorted(lengths.values())
    assert ordered[int(len(ordered) * 0.9)] <= 20
    assert not {name: length for name, length in lengths.items() if length > 50}


def test_every_public_function_says_what_it_does():
    silent = [
        f"{path.relative_to(settings.BASE_DIR)}:{node.name}"
        for app in RANK
        for path in (settings.BASE_DIR / app).rglob("*.py")
        if "migrations" not in path.parts
        for node in functions_of(path)
        if not node.name.startswith("_") and not ast.get_docstring(node)
        if node.name not in {"ready", "add_arguments"} and not nested(node, path)
    ]
    assert not silent, f"Write what goes in and comes out: {silent}"


def nested(function, path):
    """Tell whether a function stands inside another, where it is not public."""
    return any(
        function.lineno > outer.lineno and function.end_lineno <= outer.end_lineno
        for outer in functions_of(path)
    )


def test_suppressions_of_the_linters_stay_few():
    marks = re.compile(r"# ?noqa|type: ?ignore|pragma: no cover|nosec|djlint:off")
    found = [
        f"{path.relative_to(settings.BASE_DIR)}:{number}"
        for folder in SOURCES
        for path in (settings.BASE_DIR / folder).rglob("*")
        if path.suffix in {".py", ".html"} and path != Path(__file__)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if marks.search(line)
    ]
    assert len(found) < 15, f"Mend what the linter says instead: {found}"
