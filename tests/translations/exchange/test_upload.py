"""A file goes out to a translator's program and comes back: all of it, or nothing."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from resources.models import GuidePage, Topic
from tests.translations.conftest import HINDI, body
from tests.translations.exchange.telling import line_of, refused, told

pytestmark = pytest.mark.django_db

SOAP = "<b>Soap</b> and water."
NEW_SOAP = {"pofile": "<b>राख</b> और पानी।", "xliff": '<g id="b-1">राख</g> और पानी।'}
OLD_SOAP = {"pofile": "<b>साबुन</b> और पानी।", "xliff": '<g id="b-1" ctype="bold">साबुन</g> और पानी।'}


def edited(text, kind):
    """Return a file in which the passage on soap is translated otherwise."""
    assert OLD_SOAP[kind] in text
    return text.replace(OLD_SOAP[kind], NEW_SOAP[kind])


def test_a_file_that_nobody_edited_changes_nothing_to_the_date(download, upload, rows, kinds):
    for kind in kinds():
        before = rows()
        assert upload(download(kind)).status_code == 302
        assert rows() == before


def test_what_was_edited_is_the_translators_work_and_nothing_else_changes(
    download, upload, rows, hindi_of, translator, kinds
):
    for kind in kinds():
        before = rows()
        upload(edited(download(kind), kind))
        row = hindi_of(SOAP)
        assert row.data == "<b>राख</b> और पानी।"
        assert (row.last_translated_by, row.translation_type) == (translator, "manual")
        assert [each for each in rows() if each["id"] != row.pk] == [
            each for each in before if each["id"] != row.pk
        ]


def test_nothing_is_published_by_uploading(download, upload, kinds, translated, hindi):
    for kind in kinds():
        page = translated.get_translation(hindi)
        upload(edited(download(kind), kind))
        assert GuidePage.objects.get(pk=page.pk).body == page.specific.body


def test_saved_as_other_programs_save_it_the_file_is_the_same(download, upload, hindi_of, kinds):
    for kind in kinds():
        text = edited(download(kind), kind)
        for word, encode in {
            "बालू": lambda text: ("\ufeff" + text).encode(),
            "मिट्टी": lambda text: text.encode("utf-16"),
            "नीम": lambda text: text.replace("\n", "\r\n").encode(),
            "नींबू": lambda text: text.replace("\n", "\r").encode(),
        }.items():
            assert upload(encode(text.replace("राख", word))).status_code == 302
            assert hindi_of(SOAP).data == f"<b>{word}</b> और पानी।"


def test_what_is_left_empty_stays_as_it_is(download, upload, rows, kinds):
    for kind in kinds():
        text = download(kind)
        before = rows()
        assert upload(text.replace(OLD_SOAP[kind], "")).status_code == 302
        assert rows() == before


def test_an_untranslated_passage_is_filled_in(download, upload, hindi_of, kinds):
    for kind in kinds():
        hindi_of(SOAP).delete()
        text = download(kind)
        empty = {
            "pofile": f'msgid "{SOAP}"\nmsgstr ""',
            "xliff": "<target></target>",
        }[kind]
        assert text.count(empty) == 1
        filled = {
            "pofile": f'msgid "{SOAP}"\nmsgstr "{NEW_SOAP[kind]}"',
            "xliff": f"<target>{NEW_SOAP[kind]}</target>",
        }[kind]
        upload(text.replace(empty, filled))
        assert hindi_of(SOAP).data == "<b>राख</b> और पानी।"


def test_the_title_in_lists_follows_an_upload(download, upload, translated, hindi, kinds):
    for kind in kinds():
        upload(download(kind).replace("हाथ धोएँ", "हाथों को धोएँ"))
        page = Page.objects.get(pk=translated.get_translation(hindi).pk)
        assert (page.draft_title, page.title) == ("हाथों को धोएँ", "हाथ धोएँ")


def test_one_bad_entry_refuses_the_file_with_its_line(download, upload, rows):
    before = rows()
    text = download("pofile").replace("हाथ धोएँ", "हाथों को धोएँ")
    for bad in (
        "राख",
        "<b>राख",
        "राख</b>",
        "<i>राख</i>",
        "<b>राख</b> {{x}}",
        "<b>राख</b> <v Asha>",
        "<b><a id='a1'>राख</a></b>",
        "<b onclick='x'>राख</b>",
        "<b>राख</b><script>x</script>",
        "<b>" * 5000 + "राख" + "</b>" * 5000,
    ):
        damaged = text.replace(OLD_SOAP["pofile"], bad)
        ((line, _message, passage),) = refused(upload(damaged))
        assert (line, passage) == (line_of(damaged, f'msgstr "{bad}'), "Soap and water.")
    assert rows() == before


def test_all_bad_lines_are_told_at_once(download, upload):
    text = download("pofile")
    bad = text.replace("<b>साबुन</b>", "साबुन").replace("हाथ धोएँ", "<u>हाथ</u> धोएँ")
    lines = [line for line, _message, _passage in refused(upload(bad))]
    assert lines == [line_of(bad, "<u>"), line_of(bad, 'msgstr "साबुन')]


def test_a_passage_whose_source_has_changed_goes_out_as_unfinished_with_the_old_source(
    download, upload, rows, edit, translated, kinds
):
    for kind in kinds():
        edit(translated, body=body("<b>Ash</b> and water.", "Give 5 mg once a day."))
        text = download(kind)
        before = rows()
        expected = {
            "pofile": f'#, fuzzy\n#| msgid "{SOAP}"\n',
            "xliff": '"previous-version"><source><g id="b-1" ctype="bold">Soap</g> and',
        }[kind]
        assert text.count(expected) == 1
        assert upload(text).status_code == 302
        assert rows() == before


def test_taking_off_the_mark_says_that_the_translation_still_fits(
    download, upload, edit, translated, translation, kinds
):
    for kind in kinds():
        edit(translated, body=body("<b>Ash</b> and water.", "Give 5 mg once a day."))
        row = StringTranslation.objects.get(translation_of__data="<b>Ash</b> and water.")
        assert hasattr(row, "carried_over")
        text = download(kind)
        done = text.replace("#, fuzzy\n", "").replace("needs-review-translation", "translated")
        assert upload(done).status_code == 302
        assert not hasattr(StringTranslation.objects.get(pk=row.pk), "carried_over")


def test_what_is_marked_as_unfinished_is_not_taken_over_but_told(download, upload, rows):
    before = rows()
    text = download("pofile").replace(OLD_SOAP["pofile"], NEW_SOAP["pofile"])
    text = text.replace('msgctxt "body', '#, fuzzy\nmsgctxt "body', 1)
    response = upload(text)
    assert response.status_code == 200
    ((line, _message, passage),) = told(response)
    assert (line, passage) == (line_of(text, NEW_SOAP["pofile"]), "Soap and water.")
    assert rows() == before


def test_a_translation_of_what_the_source_no_longer_says_is_kept_and_told(
    download, upload, edit, translated, hindi_of, kinds
):
    for kind in kinds():
        text = edited(download(kind), kind)
        edit(translated, body=body("Ask a nurse whom you trust.", "Give 5 mg once a day."))
        response = upload(text)
        ((line, message, passage),) = told(response)
        assert response.status_code == 200
        assert (line, passage) == (line_of(text, NEW_SOAP[kind]), "Soap and water.")
        assert "kept" in message
        assert hindi_of(SOAP).data == "<b>राख</b> और पानी।"


def test_what_a_colleague_translated_meanwhile_stays(download, upload, hindi_of, admin_user, kinds):
    for kind in kinds():
        text = edited(download(kind), kind)
        row = hindi_of(SOAP)
        row.data, row.last_translated_by = "<b>साबुन</b> के साथ पानी।", admin_user
        row.save()
        ((line, _message, _passage),) = told(upload(text))
        assert line == line_of(text, NEW_SOAP[kind])
        assert hindi_of(SOAP).data == "<b>साबुन</b> के साथ पानी।"


def test_one_may_upload_the_same_file_again_with_more_in_it(download, upload, hindi_of, kinds):
    for kind in kinds():
        first = edited(download(kind), kind)
        upload(first)
        upload(first.replace("राख", "मिट्टी"))
        assert hindi_of(SOAP).data == "<b>मिट्टी</b> और पानी।"


def test_a_machines_draft_goes_out_as_unfinished_and_becomes_the_translators_when_corrected(
    download, upload, hindi_of, kinds
):
    for kind in kinds():
        row = hindi_of(SOAP)
        row.translation_type = StringTranslation.TRANSLATION_TYPE_MACHINE
        row.save()
        text = download(kind)
        mark = {"pofile": "#, fuzzy\n", "xliff": ' state="needs-review-translation"'}[kind]
        assert text.count(mark) == 1
        upload(edited(text.replace(mark, ""), kind))
        row = hindi_of(SOAP)
        assert (row.translation_type, row.data) == ("manual", "<b>राख</b> और पानी।")


def test_the_source_in_place_of_a_translation_is_not_taken_for_one(download, upload, hindi_of):
    hindi_of(SOAP).delete()
    text = download("xliff")
    source = '<g id="b-1" ctype="bold">Soap</g> and water.'
    text = text.replace("<target></target>", f"<target>{source}</target>")
    ((line, _message, _passage),) = told(upload(text))
    assert line == line_of(text, f"<target>{source}")
    assert not StringTranslation.objects.filter(translation_of__data=SOAP).exists()


def test_the_same_words_twice_are_one_and_other_words_are_refused(download, upload, rows):
    text = download("pofile")
    block = text[text.index('msgctxt "title"') :].split("\n\n")[0]
    before = rows()
    assert upload(f"{text}\n{block}\n").status_code == 302
    again = f"{text}\n{block.replace('धोएँ', 'साफ़ करें')}\n"
    ((line, message, _passage),) = refused(upload(again))
    assert line == line_of(again, "साफ़ करें")
    assert str(line_of(again, 'msgstr "हाथ धोएँ"')) in message
    assert rows() == before


def test_a_source_text_that_was_edited_is_refused_with_its_line(download, upload, rows, kinds):
    for kind in kinds():
        before = rows()
        text = edited(download(kind), kind)
        text = text.replace("Before every touch.", "Before every single touch.")
        ((line, _message, _passage),) = refused(upload(text))
        assert line in (line_of(text, "single touch"), line_of(text, "single touch") + 1)
        assert rows() == before


def test_spaces_and_unicode_forms_that_a_program_has_changed_do_no_harm(download, upload, hindi_of):
    text = edited(download("pofile"), "pofile").replace("Soap</b> and", "Soap</b>  and")
    assert upload(text).status_code == 302
    assert hindi_of(SOAP).data == "<b>राख</b> और पानी।"


def test_a_term_goes_out_and_comes_back_like_a_page(client, english, hindi, admin_user, kinds):
    for kind in kinds():
        client.force_login(admin_user)
        topic = Topic.objects.create(name="Hand washing", slug="hands", locale=english)
        source, _created = TranslationSource.get_or_create_from_instance(topic)
        topic.copy_for_translation(hindi).save()
        translation = Translation.objects.create(source=source, target_locale=hindi)
        base = f"/admin/localize/translate/{translation.pk}"
        text = client.get(f"{base}/{kind}/download/").content.decode()
        filled = text.replace('"Hand washing"\nmsgstr ""', '"Hand washing"\nmsgstr "हाथ धोना"')
        filled = filled.replace("<target></target>", "<target>हाथ धोना</target>")
        client.post(f"{base}/pofile/upload/", {"file": SimpleUploadedFile("t", filled.encode())})
        row = StringTranslation.objects.get(translation_of__data="Hand washing")
        assert (row.data, row.last_translated_by) == ("हाथ धोना", admin_user)


def test_every_passage_goes_out_once_with_the_place_where_it_stands(download, kinds):
    for kind in kinds():
        text = download(kind)
        for target in HINDI.values():
            assert text.count(target.replace("<b>", "").split("<")[0]) == 1
        assert "Summary" in text
