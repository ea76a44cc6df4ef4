"""An editor says in the page's form how much a change matters."""

import pytest
from wagtail.fields import StreamField
from wagtail.test.utils.form_data import (
    nested_form_data,
    querydict_from_html,
    rich_text,
    streamfield,
)

from accounts.models import User
from resources.models import GuidePage
from tests.translations.conftest import PARAGRAPH
from translations.models import Severity, SourceChange, StatedSeverity, Status, TranslationState


@pytest.fixture
def editor(client, db):
    client.force_login(User.objects.create_superuser("editor", password="a long one 1"))
    return client


@pytest.fixture
def save(editor, run):
    """Return a function that saves the guide's form with another summary."""

    def save_form(page, summary, *, action="action-publish", **said):
        address = f"/admin/pages/{page.pk}/edit/"
        data = querydict_from_html(editor.get(address).text, form_id="page-edit-form")
        paragraph = ("paragraph", rich_text("<p>Give 5 mg once a day.</p>"))
        fields = GuidePage._meta.get_fields()
        streams = {
            field.name: streamfield([]) for field in fields if isinstance(field, StreamField)
        }
        data.update(nested_form_data({**streams, "body": streamfield([paragraph])}))
        data.update({"body-0-id": PARAGRAPH, "summary": summary, action: "1", **said})
        with run(execute=True):
            answer = editor.post(address, data)
        assert answer.status_code == 302, answer.context["form"].errors

    return save_form


def test_the_form_of_a_published_original_asks(editor, translated, hindi):
    address = "/admin/pages/{}/edit/"
    original, translation = (
        editor.get(address.format(pk)).text
        for pk in (translated.pk, translated.get_translation(hindi).pk)
    )
    assert 'name="change_severity"' in original
    assert "judged by what has changed" in original
    assert 'name="change_severity"' not in translation


def test_a_draft_says_what_its_changes_seem_to_be(editor, translated, save):
    save(translated, "Give 7 mg before every touch.", action="action-save")
    form = editor.get(f"/admin/pages/{translated.pk}/edit/").text
    assert "safety-critical, by what the draft changes" in form


def test_the_word_of_an_editor_counts(translated, hindi, save):
    save(translated, "Give 7 mg.", change_severity="2", change_note="A printing error.")
    change = SourceChange.objects.get()
    assert (change.severity, change.is_stated) == (Severity.CONTENT, True)
    assert change.note == "A printing error."
    assert not StatedSeverity.objects.exists()


def test_a_word_on_a_draft_holds_until_it_is_published(translated, hindi, save):
    save(translated, "Before every touch!", action="action-save", change_severity="3")
    assert not SourceChange.objects.exists()
    save(translated, "Before every touch!!")
    assert SourceChange.objects.get().severity == Severity.SAFETY


def test_a_later_draft_without_a_word_is_judged_by_what_it_changes(translated, hindi, save):
    save(translated, "Before every touch!", action="action-save", change_severity="1")
    save(translated, "Give 7 mg before every touch.")
    assert SourceChange.objects.get().severity == Severity.SAFETY


def test_nothing_is_kept_of_a_word_that_is_none(translated, hindi, save):
    save(translated, "Something quite different now.", change_severity="9")
    state = TranslationState.objects.get(
        source__translation_key=translated.translation_key, locale=hindi
    )
    assert state.status == Status.OUTDATED
    assert not SourceChange.objects.get().is_stated
