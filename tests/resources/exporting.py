"""Exports pages, and compares what comes back with what was there."""

import io
import json
import re

from django.core.management import call_command
from openpyxl import load_workbook

from resources.importers.bindings import bindings_of
from resources.models import InitiativePage
from tests.resources.importing import run_import

# What belongs to a page's place and history, not to what it says.
OF_ITS_PLACE = re.compile(
    r"pk|.*path|slug|depth|numchild|.*_at|.*revision.*|latest_.*|translation_key|index_entries|"
    r"owner|alias_of|comments"
)


def export(path, *options):
    out, err = io.StringIO(), io.StringIO()
    call_command("export_resources", str(path), *options, stdout=out, stderr=err)
    return out.getvalue() + err.getvalue()


def values_of(page):
    """Return all that a file can say of a page."""
    return {column: binding.read(page) for column, binding in bindings_of(type(page)).items()}


def fields_of(page):
    """Return all fields of a page but those of its place, blocks and rows without their ids."""
    data = json.loads(json.dumps(page.serializable_data(), default=str))
    told = {name: value for name, value in data.items() if not OF_ITS_PLACE.fullmatch(name)}
    return {name: _without_ids(value) for name, value in told.items()}


def _without_ids(value):
    if isinstance(value, str) and value.startswith("["):
        value = json.loads(value)
    if isinstance(value, list):
        return [_without_ids(each) for each in value]
    if isinstance(value, dict):
        dropped = {"id", "pk", "page"}
        return {key: _without_ids(each) for key, each in value.items() if key not in dropped}
    return value


def library(model=InitiativePage, take=values_of):
    pages = map(take, model.objects.all())
    return sorted(json.dumps(page, default=str, sort_keys=True) for page in pages)


def empty(model=InitiativePage):
    for page in model.objects.all():
        page.delete()


def content_of(path):
    """Return what a file says but when it was made, as workbooks and feeds do."""
    if path.suffix == ".xlsx":
        return list(load_workbook(path).active.iter_rows(values_only=True))
    return re.sub(rb"<lastBuildDate>[^<]*", b"", path.read_bytes())


def text_of(path):
    """Return what a file says as one text."""
    content = content_of(path)
    return content.decode() if isinstance(content, bytes) else str(content)


def goes_round(path, model=InitiativePage, kind="initiative", take=values_of, clear=None):
    """Export, empty the library, import and compare; an import of the same changes nothing."""
    before = library(model, take)
    export(path, "--type", kind)
    written = content_of(path)
    again = run_import(path, "--type", kind, "--publish")
    assert not again.failed, again
    assert again.said == f"0 created, 0 updated, {len(before)} unchanged", again
    (clear or empty)(model)
    run = run_import(path, "--type", kind, "--publish")
    assert not run.failed, run
    assert library(model, take) == before
    export(path, "--type", kind)
    assert content_of(path) == written
