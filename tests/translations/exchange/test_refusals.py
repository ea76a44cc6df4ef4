"""Files that are damaged, cut off, somebody else's or hostile are refused whole, by line."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail_localize.models import Translation, TranslationSource

from accounts.models import User
from tests.translations.exchange.conftest import ADDRESS
from tests.translations.exchange.telling import line_of, refused, told
from translations import groups
from translations.exchange import formats
from translations.exchange.problems import Refused

pytestmark = pytest.mark.django_db

BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(10))
DOCTYPES = {
    "entities that multiply": f"<!DOCTYPE xliff [{BOMB}]>",
    "a file of the server": '<!DOCTYPE xliff [<!ENTITY e9 SYSTEM "file:///etc/passwd">]>',
    "an address": '<!DOCTYPE xliff [<!ENTITY e9 SYSTEM "http://127.0.0.1:9/">]>',
    "a parameter": '<!DOCTYPE xliff [<!ENTITY % p SYSTEM "http://127.0.0.1:9/"> %p;]>',
    "a definition elsewhere": '<!DOCTYPE xliff SYSTEM "http://127.0.0.1:9/xliff.dtd">',
    "none at all": "<!DOCTYPE xliff>",
}


@pytest.fixture
def other(translated, guides, publish, hindi):
    """The Hindi translation of another guide."""
    page = guides.get_children().get(pk=translated.pk).specific
    copy = page.copy(update_attrs={"slug": "other", "title": "Only for <us>"})
    source, _created = TranslationSource.get_or_create_from_instance(copy)
    copy.copy_for_translation(hindi)
    return Translation.objects.create(source=source, target_locale=hindi)


def test_every_document_type_is_refused_with_its_line(download, upload, rows):
    text, before = download("xliff"), rows()
    for doctype in DOCTYPES.values():
        hostile = text.replace("<xliff ", f"{doctype}\n<xliff ", 1).replace("हाथ", "&e9;")
        ((line, message, _passage),) = refused(upload(hostile))
        assert (line, "document type" in message) == (2, True)
    assert rows() == before


def test_elements_within_elements_without_end_are_refused(download, upload):
    text = download("xliff")
    deep = text.replace("साबुन", '<g id="b-1">' * 100_000 + "साबुन" + "</g>" * 100_000)
    ((line, message, _passage),) = refused(upload(deep))
    assert (line, "nested" in message) == (line_of(deep, "साबुन"), True)


def test_a_file_that_was_cut_off_anywhere_is_refused_with_the_line(download):
    for kind in ("pofile", "xliff"):
        whole = download(kind).encode()
        for length in range(1, len(whole.rstrip())):
            with pytest.raises(Refused) as refusal:
                formats.read(whole[:length])
            lines = whole[:length].count(b"\n") + 1
            assert all(1 <= each.line <= lines for each in refusal.value.problems)
        assert formats.read(whole.rstrip()).entries == formats.read(whole).entries


def test_a_damaged_line_is_told(download, upload, rows):
    before = rows()
    po, xliff = download("pofile"), download("xliff")
    for text, part, damaged in (
        (po, 'msgstr "हाथ', "msgstr हाथ"),
        (po, 'msgstr "हाथ', 'mgstr "हाथ'),
        (po, 'msgstr "हाथ', '"msgstr "हाथ'),
        (po, 'msgstr "हाथ', r'msgstr "\qहाथ'),
        (po, 'msgstr "हाथ', '<<<<<<< mine\nmsgstr "हाथ'),
        (po, 'msgstr "हाथ', 'msgid_plural "x"\nmsgstr[0] "हाथ'),
        (xliff, "हाथ", "<हाथ"),
        (xliff, "हाथ", "& हाथ"),
        (xliff, "हाथ", "&nbsp;हाथ"),
        (xliff, "हाथ", '<g id="zz-1">हाथ</g>'),
        (xliff, "हाथ", '<ph id="1">x</ph>हाथ'),
        (xliff, "हाथ", '<mq:x xmlns:mq="memoq">हाथ</mq:x>'),
    ):
        broken = text.replace(part, damaged, 1)
        assert broken != text
        lines = [line for line, _message, _passage in refused(upload(broken))]
        assert abs(lines[0] - line_of(broken, damaged.split("\n")[0])) <= 1, damaged
    assert rows() == before


def test_text_that_is_not_utf8_is_refused_with_its_line(download, upload):
    po, xliff = download("pofile"), download("xliff")
    french = po.replace("हाथ धोएँ", "Lavez-vous les mains, à l'eau").encode("latin-1", "replace")
    ((line, message, _passage),) = refused(upload(french))
    assert (line, "UTF-8" in message) == (line_of(po, "हाथ धोएँ"), True)
    for text in (
        po.replace("charset=UTF-8", "charset=ISO-8859-1"),
        xliff.replace('encoding="UTF-8"', 'encoding="windows-1252"'),
    ):
        ((line, message, _passage),) = refused(upload(text))
        part = "ISO-8859-1" if "ISO" in text else "windows-1252"
        assert (line, "UTF-8" in message) == (line_of(text, part), True)
    assert refused(upload(po.encode("utf-16-le")))[0][0] == 1


def test_what_is_no_translators_file_is_refused(download, upload):
    for line, content in (
        (1, b""),
        (1, b"\0\0\0"),
        (1, b"PK\x03\x04"),
        (1, b"hello"),
        (1, b"<html><body>hello</body></html>"),
        (1, b"<xliff version='2.0'></xliff>"),
        (2, b"<xliff version='1.2'>\n</xliff>"),
        (3, b'msgid ""\nmsgstr ""\n'),
        (1, b'msgid "Wash your hands"\nmsgstr "x"\n'),
        (1, b"x" * (formats.MAX_BYTES + 1)),
    ):
        assert [each[0] for each in refused(upload(content))] == [line]


def test_another_pages_file_is_refused_and_named_to_those_who_may_see_it(
    download, upload, rows, other, client, translation
):
    before = rows()
    for kind, part in (("pofile", 'msgid ""'), ("xliff", "<file ")):
        text = client.get(ADDRESS.format(other.pk, f"{kind}/download")).content.decode()
        ((line, message, _passage),) = refused(upload(text))
        assert "Only for <us>" in message and "हिन्दी" in message
        assert line == line_of(text, part)
    assert rows() == before


def test_a_page_that_the_translator_may_not_see_is_not_named(
    download, upload, other, english, rows
):
    thai = Translation.objects.create(
        source=other.source, target_locale=english.__class__.objects.get(language_code="th")
    )
    text = download("pofile")
    key = text.split("TranslationID: ")[1][:36]
    for stranger in (str(thai.uuid), "0" * 8 + key[8:]):
        ((_line, message, _passage),) = refused(upload(text.replace(key, stranger)))
        assert message == "This file belongs to another page."


def test_a_file_in_another_language_is_refused_with_its_line(download, upload):
    po = download("pofile").replace("Language: hi", "Language: ne")
    ((_line, message, _passage),) = refused(upload(po))
    assert "“ne”" in message
    xliff = download("xliff").replace('target-language="hi"', 'target-language="bn-IN"')
    ((line, message, _passage),) = refused(upload(xliff))
    assert (line, "“bn-IN”" in message) == (line_of(xliff, "<file "), True)
    for regional in ("hi_IN", "hi-Deva-IN", "HI"):
        assert (
            upload(download("pofile").replace("Language: hi", f"Language: {regional}")).status_code
            == 302
        )


def test_a_passage_of_another_page_is_refused_with_its_line(download, upload, rows):
    before = rows()
    text = download("pofile").replace('msgctxt "title"', 'msgctxt "body.elsewhere"')
    ((line, _message, _passage),) = refused(upload(text))
    assert line == line_of(text, "body.elsewhere") + 2
    assert rows() == before


def test_only_who_may_write_the_translation_takes_it_out_or_brings_it_in(
    client, translation, download, rows, hindi
):
    text, before = download("pofile"), rows()
    thai = User.objects.create_user("thai", password="x")
    thai.groups.add(groups.team("th", groups.REVIEWERS))
    for user in (thai, None):
        client.logout()
        if user:
            client.force_login(user)
        for address in ("pofile/download", "xliff/download", "pofile/upload"):
            response = client.get(ADDRESS.format(translation.pk, address))
            assert response.status_code in (302, 403, 404)
            assert "हाथ" not in response.text
        file = SimpleUploadedFile("t.po", text.replace("हाथ", "हाथों").encode())
        address = ADDRESS.format(translation.pk, "pofile/upload")
        assert client.post(address, {"file": file}).status_code in (302, 403, 404)
    assert rows() == before


def test_a_page_that_somebody_has_locked_takes_no_file(
    upload, download, translation, rows, admin_user
):
    text, before = download("pofile"), rows()
    page = translation.get_target_instance()
    page.locked, page.locked_by = True, admin_user
    page.save()
    assert upload(text.replace("हाथ", "हाथों")).status_code in (302, 403)
    assert rows() == before


def test_what_a_file_says_is_shown_as_text(download, upload):
    text = download("pofile").replace("<b>साबुन</b>", "<img src=x onerror=alert(1)>")
    response = upload(text)
    assert told(response)[0][1].startswith("These tags do not match: <img")
    assert "<img src=x" not in response.text
