"""The sheets that stand inside the pages, and the templates that carry them."""

import base64
import hashlib
import re

import pytest
from django.template.loader import get_template

from core import stylesheet


def test_every_file_of_the_folder_belongs_to_one_sheet():
    parts = [part for parts in stylesheet.SHEETS.values() for part in parts]
    assert sorted(parts) == sorted(path.stem for path in stylesheet.FOLDER.glob("*.css"))


@pytest.mark.parametrize("sheet", stylesheet.SHEETS)
def test_a_sheet_keeps_every_rule_and_loses_comments_and_idle_spaces(sheet):
    css = stylesheet.text(sheet)
    source = "".join((stylesheet.FOLDER / f"{p}.css").read_text() for p in stylesheet.SHEETS[sheet])
    bare = re.sub(r"/\*.*?\*/", "", source, flags=re.DOTALL)
    assert css.count("{") == css.count("}") == bare.count("{")
    assert re.sub(r"[\s;]", "", css) == re.sub(r"[\s;]", "", bare)
    assert "/*" not in css and "  " not in css


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/en/", "/en/guides/write-an-aim/", "/en/search/", "/en/no/"])
def test_the_policy_admits_every_sheet_that_a_page_carries(client, guide, address):
    response = client.get(address)
    sheets = re.findall(r"<style>(.*?)</style>", response.text, re.DOTALL)
    assert sheets
    for sheet in sheets:
        digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in response.headers["Content-Security-Policy"]


def test_a_template_is_sent_without_its_indents_and_its_words_stay_apart():
    html = get_template("components/search_form.html").render({"action": "/en/search/"})
    assert "\n " not in html
    assert '<form class="finder"\nid="_finder"' in html
