"""Machines may draft; what they damage is refused, and nothing of theirs is public unread."""

import threading

import pytest
from django.contrib.messages import get_messages
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.urls import reverse
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from accounts.models import User
from resources.models import GuidePage
from translations import groups
from translations.machine.acceptance import accept, refusal, unaccepted

from .conftest import body
from .libretranslate import serving

SENTENCES = {
    "A guide": "एक मार्गदर्शिका",
    "For all wards.": "सभी वार्डों के लिए।",
    "<b>Soap</b> and water.": "<b>साबुन</b> और पानी।",
    "Give 5 mg once a day.": "दिन में एक बार 5 मिग्रा दें।",
}


@pytest.fixture
def service(settings):
    """LibreTranslate's API on this machine, and the hub set up to ask it."""
    with serving() as found:
        settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
            "CLASS": "translations.machine.service.CarefulTranslator",
            "OPTIONS": {
                "CLASS": "wagtail_localize.machine_translators.libretranslate.LibreTranslator",
                "OPTIONS": {"LIBRETRANSLATE_URL": found.url, "API_KEY": "key", "TIMEOUT": 1},
            },
        }
        found.translate = SENTENCES.__getitem__
        yield found


@pytest.fixture
def begun(guides, publish, hindi, home):
    """A translation into Hindi of a guide of four passages, of which none is translated."""
    page = publish(
        guides,
        GuidePage(
            title="A guide",
            slug="a-guide",
            summary="For all wards.",
            body=body("<b>Soap</b> and water.", "Give 5 mg once a day."),
        ),
    )
    home.copy_for_translation(hindi)
    guides.copy_for_translation(hindi)
    source, _new = TranslationSource.get_or_create_from_instance(page)
    translation = Translation.objects.create(source=source, target_locale=hindi)
    translation.save_target(publish=False)
    return translation


@pytest.fixture
def reviewer(begun):
    user = User.objects.create_user("reviewer", password="x")
    user.groups.add(groups.team("hi", groups.REVIEWERS))
    return user


@pytest.fixture
def press(client, reviewer, begun):
    """Return a function that presses the button for drafts and returns what the hub says."""
    client.force_login(reviewer)

    def press_button():
        response = client.post(reverse("wagtail_localize:machine_translate", args=[begun.pk]))
        client.cookies.pop("messages", None)
        return [str(message) for message in get_messages(response.wsgi_request)]

    return press_button


@pytest.fixture
def save(client):
    """Return a function that saves a passage as wagtail-localize's editor does."""

    def save_passage(translation, segment, text):
        return client.put(
            reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk]),
            encode_multipart(BOUNDARY, {"value": text}),
            content_type=MULTIPART_CONTENT,
        )

    return save_passage


def drafts(translation):
    """Return {source: draft} of what a machine has drafted."""
    rows = unaccepted(translation).select_related("translation_of")
    return {row.translation_of.data: row.data for row in rows}


def test_drafts_are_made_of_all_that_has_no_translation(service, press, begun, hindi):
    segment = begun.source.stringsegment_set.get(context__path="title")
    StringTranslation.objects.create(
        translation_of=segment.string,
        context=segment.context,
        locale=hindi,
        data="मेरा शीर्षक",
        translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
    )
    assert press() == ["3 passages drafted. Accept or correct each before you publish."]
    expected = {source: text for source, text in SENTENCES.items() if source != "A guide"}
    assert drafts(begun) == expected
    (asked,) = service.asked
    assert (asked["source"], asked["target"], asked["api_key"]) == ("en", "hi", "key")
    assert press() == ["Nothing is left to translate."]
    assert len(service.asked) == 1


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (("5 मिग्रा", "मिग्रा"), "Not in the translation: 5"),
        (("5 मिग्रा", "50 मिग्रा"), "Not in the translation: 5 · Not in the source: 50"),
        (("मिग्रा", "ग्राम"), "Not in the translation: 5 mg"),
        (("<b>साबुन</b>", "साबुन"), "Not in the translation: &lt;/b&gt;, &lt;b&gt;"),
        (("<b>साबुन</b>", "<script>साबुन</script>"), "<script> tag is not allowed"),
    ],
)
def test_what_a_machine_damages_is_refused_with_the_reason(service, press, begun, damage, reason):
    service.translate = lambda text: SENTENCES[text].replace(*damage)
    drafted, refused = press()
    assert drafted.startswith("3 passages drafted.")
    assert refused.startswith("Draft refused for “")
    assert reason.replace("&lt;", "<").replace("&gt;", ">") in refused
    assert len(drafts(begun)) == 3
    assert not StringTranslation.objects.filter(data__contains=damage[1]).exists()


def test_a_text_turned_around_keeps_what_has_no_figures_and_no_markup(service, press, begun):
    service.translate = lambda text: text[::-1]
    press()
    assert drafts(begun) == {"A guide": "ediug A", "For all wards.": ".sdraw lla roF"}


@pytest.mark.parametrize(
    ("status", "reply"),
    [(503, b""), (200, b"<html>"), (200, b"{}"), (200, b'{"translatedText": ["x"]}')],
)
def test_a_service_that_fails_loses_nothing_but_the_drafts(service, press, begun, status, reply):
    service.status, service.reply = status, reply
    assert press() == [
        "LibreTranslate did not answer as it should.",
        "4 passages have no translation yet.",
    ]
    assert drafts(begun) == {}
    service.status, service.reply = 200, None
    assert press()[0].startswith("4 passages drafted.")


def test_a_service_that_hangs_is_left_after_the_time_limit(service, press, begun):
    service.hang = threading.Event()
    assert press()[0] == "LibreTranslate did not answer as it should."
    assert drafts(begun) == {}


def test_nobody_is_asked_where_no_service_is_set(service, press, begun, client, settings):
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = None
    response = client.post(reverse("wagtail_localize:machine_translate", args=[begun.pk]))
    assert response.status_code == 404
    assert service.asked == []


def test_a_team_drafts_in_its_own_language_only(service, client, begun):
    stranger = User.objects.create_user("stranger", password="x")
    stranger.groups.add(groups.team("th", groups.REVIEWERS))
    client.force_login(stranger)
    response = client.post(reverse("wagtail_localize:machine_translate", args=[begun.pk]))
    assert response.status_code in {302, 403, 404}
    assert service.asked == [] and drafts(begun) == {}


def test_no_draft_reaches_a_page_until_it_is_accepted(service, press, begun, client, run):
    press()
    page = begun.get_target_instance()
    response = client.post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]), {"action": "publish"}, follow=True
    )
    assert "4 passages are a machine" in response.content.decode()
    page.refresh_from_db()
    assert not page.live
    assert refusal(begun).startswith("Not published: 4 passages")
    # Nor by any other way to publish.
    with run(execute=True):
        begun.save_target(publish=True)
    page.refresh_from_db()
    assert "साबुन" not in str(page.get_latest_revision_as_object().body)
    assert (page.live, page.title) == (True, "A guide")


def test_a_person_accepts_passage_by_passage(service, press, begun, reviewer, save, run):
    press()
    first, *others = unaccepted(begun).order_by("pk")
    accept(first, reviewer)
    first.refresh_from_db()
    assert (first.translation_type, first.tool_name) == ("manual", "")
    assert (first.last_translated_by, first.has_error) == (reviewer, False)
    assert refusal(begun).startswith("Not published: 3 passages")
    for row in others:
        segment = begun.source.stringsegment_set.get(string=row.translation_of)
        save(begun, segment, row.data)
    assert refusal(begun) == ""
    with run(execute=True):
        begun.save_target(publish=True)
    page = GuidePage.objects.get(pk=begun.get_target_instance().pk)
    assert (page.live, page.title) == (True, "एक मार्गदर्शिका")
    assert "<b>साबुन</b> और पानी।" in str(page.body)


def test_whoever_writes_a_machine_s_translation_it_is_kept_back(begun, hindi):
    segment = begun.source.stringsegment_set.get(context__path="title")
    row = StringTranslation.objects.create(
        translation_of=segment.string,
        context=segment.context,
        locale=hindi,
        data="एक मार्गदर्शिका",
        translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE,
    )
    row.refresh_from_db()
    assert row.get_error() == "A machine's draft: accept or correct it."
    assert refusal(begun).startswith("Not published: 1 passage is")


def test_what_a_passage_departs_in_is_told_where_it_is_saved(begun, reviewer, client, save):
    client.force_login(reviewer)
    segment = begun.source.stringsegment_set.get(string__data="Give 5 mg once a day.")
    response = save(begun, segment, "दिन में एक बार 5 ग्राम दें।")
    assert response.status_code == 201
    assert response.json()["warnings"] == ["Not in the translation: 5 mg"]
    assert response.json()["comment"].startswith("Not in the translation: 5 mg · ")
    assert StringTranslation.objects.get(translation_of=segment.string).data.endswith("ग्राम दें।")
