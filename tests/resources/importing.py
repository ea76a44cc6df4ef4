"""Runs imports the way people do, and counts what they leave behind."""

from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from django.core.management import CommandError, call_command
from wagtail.models import Page, PageLogEntry, ReferenceIndex, Revision

DATA = Path(__file__).parent / "data"
INITIATIVES = DATA / "initiatives.ris"


@dataclass
class Run:
    """What an import said: its last line or reason, the report's lines, and whether it failed."""

    said: str
    report: list
    failed: bool


def run_import(path, *options):
    """Import a file with the command; returns a `Run`."""
    out, err = StringIO(), StringIO()
    try:
        call_command("import_resources", str(path), *options, stdout=out, stderr=err)
    except CommandError as error:
        return Run(str(error), err.getvalue().splitlines(), failed=True)
    lines = out.getvalue().splitlines()
    return Run(lines[-1], lines[:-1], failed=False)


def everything():
    """Count what an import writes, to show that a refused one has written nothing."""
    return [model.objects.count() for model in (Page, Revision, PageLogEntry, ReferenceIndex)]


def in_file(folder, name, content):
    """Write a file of text or bytes and return its path."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path
