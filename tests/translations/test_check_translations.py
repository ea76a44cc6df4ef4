"""`manage.py check_translations`."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from core.signals import pages_written
from resources.models import GuidePage
from tests.translations.conftest import body
from translations.models import Passage, TranslationState, Version


def said(**options):
    out = StringIO()
    call_command("check_translations", stdout=out, verbosity=0, **options)
    return out.getvalue()


def test_it_says_what_changed_and_in_which_language(translated, edit):
    assert "Wash your hands" not in said(language="hi")
    edit(translated, body=body("<b>Soap</b> and water.", "Give 7 mg once a day."))
    (row,) = [each for each in json.loads(said(language="hi", json=True)) if each["changed"]]
    assert (row["title"], row["status"], row["severity"]) == (
        "Wash your hands",
        "outdated",
        "safety-critical",
    )
    (line,) = [line for line in said().splitlines() if "safety-critical" in line]
    assert line.split() == ["hi", "outdated", "safety-critical", *"1006", "Wash", "your", "hands"]


def test_an_unknown_language_is_refused_with_those_there_are(db):
    with pytest.raises(CommandError, match="no language “xx”. Choose one of: .*hi"):
        said(language="xx")


def test_a_rebuild_finds_what_was_written_past_the_hub(translated, hindi):
    GuidePage.objects.filter(pk=translated.pk).update(summary="After every touch.")
    said(rebuild=True)
    state = TranslationState.objects.get(
        source__translation_key=translated.translation_key, locale=hindi
    )
    assert state.changed == 1


def test_a_rebuild_makes_the_same_of_nothing_and_forgets_what_is_gone(translated, hindi):
    before = set(TranslationState.objects.values_list("source__title", "locale", "status", "total"))
    ghost = Version.objects.create(
        translation_key="7c9f0b8e-5d0d-4d59-9f0a-3f1f6a3f9d11",
        locale=hindi,
        content_type=Version.objects.get(object_id=translated.pk).content_type,
        object_id=999999999,
        title="A page that was deleted",
        published_at=translated.last_published_at,
    )
    Passage.objects.all().delete()
    Version.objects.exclude(pk=ghost.pk).delete()
    said(rebuild=True)
    after = TranslationState.objects.values_list("source__title", "locale", "status", "total")
    assert before <= set(after)
    assert not Version.objects.filter(pk=ghost.pk).exists()


def test_pages_written_in_bulk_are_known(guides, english):
    page = GuidePage(title="Imported", slug="imported", summary="Three words here.", live=True)
    page.locale = english
    guides.add_child(instance=page)
    pages_written.send(sender=GuidePage, page_ids=[page.pk])
    states = TranslationState.objects.filter(source__object_id=page.pk)
    assert {(state.words_left, state.urgency) for state in states} == {(4, 1)}
    assert states.count() == 11
