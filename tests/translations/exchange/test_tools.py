"""The programs that translators use take what goes out, and what they save comes in."""

import subprocess

import polib
import pytest
from translate.storage import pypo
from translate.storage.xliff import xlifffile

from tests.translations.conftest import HINDI

pytestmark = pytest.mark.django_db


@pytest.fixture
def gettext_tools():
    """Return a function that runs a program of GNU gettext on a file and returns its output."""

    def run(program, *arguments, text):
        done = subprocess.run(
            [program, *arguments, "-"], input=text.encode(), capture_output=True, check=True
        )
        assert done.stderr == b"", done.stderr.decode()
        return done.stdout.decode()

    return run


def test_msgfmt_finds_nothing_amiss(download, gettext_tools):
    gettext_tools("msgfmt", "--check", "--output-file=/dev/null", text=download("pofile"))


def test_what_gettext_reorders_wraps_and_escapes_is_the_same_file(
    download, upload, rows, gettext_tools
):
    text, before = download("pofile"), rows()
    for program in (
        ("msgcat", "--width=20", "--sort-output"),
        ("msgcat", "--no-wrap"),
        ("msgattrib", "--no-obsolete"),
        ("msgconv", "--to-code=UTF-8"),
    ):
        assert upload(gettext_tools(*program, text=text)).status_code == 302
        assert rows() == before


def test_polib_reads_every_passage_and_what_it_saves_comes_in(download, upload, rows, hindi_of):
    before = rows()
    file = polib.pofile(download("pofile"), wrapwidth=30)
    assert {entry.msgid: entry.msgstr for entry in file} == HINDI
    assert upload(str(file)).status_code == 302
    assert rows() == before
    file.find("Wash your hands").msgstr = "हाथों को धोएँ"
    file.find("Before every touch.").obsolete = True
    upload(str(file))
    assert hindi_of("Wash your hands").data == "हाथों को धोएँ"


def test_the_translate_toolkit_edits_a_po_file(download, upload, rows, hindi_of):
    before = rows()
    store = pypo.pofile.parsestring(download("pofile").encode())
    assert upload(bytes(store)).status_code == 302
    assert rows() == before
    units = {unit.source: unit for unit in store.units if not unit.isheader()}
    units["Wash your hands"].target = "हाथों को धोएँ"
    units["Before every touch."].target = "छूने से पहले।"
    units["Before every touch."].markfuzzy()
    upload(bytes(store))
    assert hindi_of("Wash your hands").data == "हाथों को धोएँ"
    assert hindi_of("Before every touch.").data == HINDI["Before every touch."]


def test_the_translate_toolkit_edits_an_xliff_file(download, upload, rows, hindi_of):
    before = rows()
    store = xlifffile.parsestring(download("xliff").encode())
    units = {unit.source: unit for unit in store.units}
    assert len(units) == len(HINDI)
    assert not any(unit.isfuzzy() for unit in store.units)
    assert store.gettargetlanguage() == "hi"
    assert upload(bytes(store)).status_code == 302
    assert rows() == before
    units["Wash your hands"].target = "हाथों को धोएँ"
    units["Before every touch."].target = "छूने से पहले।"
    units["Before every touch."].markfuzzy()
    upload(bytes(store))
    assert hindi_of("Wash your hands").data == "हाथों को धोएँ"
    assert hindi_of("Before every touch.").data == HINDI["Before every touch."]
