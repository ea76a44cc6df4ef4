"""Name, logo and colours of an installation, as an administrator sets and readers meet them."""

import json
import re

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.images.tests.utils import get_test_image_file

from accounts.models import User
from core import colours, identity, stylesheet
from core.models import HubImage, IdentityWording, SiteIdentity
from resources.citations.work import csl_item

pytestmark = pytest.mark.django_db

ARTICLE = "/en/guides/write-an-aim/"
EDIT = ("wagtailsettings:edit", "core", "siteidentity")


@pytest.fixture
def chosen():
    """Return a function that sets the identity, and names in other languages, as a form does."""

    def choose(names=(), **fields):
        setting = SiteIdentity.load()
        for field, value in fields.items():
            setattr(setting, field, value)
        setting.full_clean()
        setting.save()
        for language, name in dict(names).items():
            IdentityWording.objects.create(identity=setting, language=language, name=name)
        return setting

    return choose


@pytest.fixture
def logo(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return HubImage.objects.create(title="Logo", file=get_test_image_file(size=(600, 150)))


@pytest.fixture
def administrator(client):
    client.force_login(User.objects.create_superuser("administrator"))
    return client


def form(**changes):
    """Return what the form sends when nothing is chosen, but for `changes`."""
    return {
        "name": "",
        "footer_note": "",
        "logo": "",
        "main_colour": "",
        "accent_colour": "",
        "languages": ["hi", "bn", "ne", "ta", "si", "th", "my", "id", "ar", "ur", "fr"],
        "wordings-TOTAL_FORMS": "0",
        "wordings-INITIAL_FORMS": "0",
        "wordings-MIN_NUM_FORMS": "0",
        "wordings-MAX_NUM_FORMS": "1000",
        **changes,
    }


def send(client, **changes):
    """Fill in and send the form; return the answer."""
    address = reverse(EDIT[0], args=[*EDIT[1:], SiteIdentity.load().pk])
    return client.post(address, form(**changes))


def styles_of(response):
    return re.findall(r"<style>(.*?)</style>", response.text, re.DOTALL)


def admitted(response):
    policy = response.headers["Content-Security-Policy"]
    return next(part for part in policy.split("; ") if part.startswith("style-src"))


# The name


def test_a_hub_that_nobody_has_named_has_the_name_of_the_settings(client, guide, settings):
    response = client.get(ARTICLE)
    assert f"<span>{settings.WAGTAIL_SITE_NAME}</span>" in response.text
    assert not SiteIdentity.objects.exists()


def test_a_new_name_is_everywhere_at_once(client, guide, chosen):
    assert "District QI Library" not in client.get(ARTICLE).text
    chosen(name="District QI Library")
    html = client.get(ARTICLE).text
    assert "– District QI Library</title>" in html
    assert "<span>District QI Library</span>" in html
    assert '<meta property="og:site_name" content="District QI Library">' in html
    graph = json.loads(re.search(r'ld\+json">(.*?)</script>', html, re.DOTALL)[1])
    assert graph["@graph"][0]["publisher"]["name"] == "District QI Library"
    assert csl_item(guide)["publisher"] == "District QI Library"
    assert "<title>District QI Library</title>" in client.get(reverse("feed")).text


def test_a_feed_under_a_new_name_is_another_one(client, guide, chosen):
    mark = client.get(reverse("feed")).headers["ETag"]
    chosen(name="District QI Library")
    assert client.get(reverse("feed"), headers={"If-None-Match": mark}).status_code == 200


def test_a_name_is_read_in_the_reader_s_language_or_the_nearest_to_it(chosen):
    chosen(name="Library", names={"hi": "पुस्तकालय", "ar": "مكتبة"})
    names = {code: identity.wording(code) for code in ("en", "hi", "ne", "ur", "ar", "fr")}
    assert names == {
        "en": ("Library", "en"),
        "hi": ("पुस्तकालय", "hi"),
        "ne": ("पुस्तकालय", "hi"),
        "ur": ("पुस्तकालय", "hi"),
        "ar": ("مكتبة", "ar"),
        "fr": ("Library", "en"),
    }


def test_a_name_in_another_language_says_which(client, guide, chosen):
    chosen(name="Library", names={"hi": "पुस्तकालय"})
    assert '<span lang="hi" dir="ltr">पुस्तकालय</span>' in client.get("/ne/").text
    assert '<span lang="en" dir="ltr">Library</span>' in client.get("/ar/").text


def test_a_note_stands_in_the_footer(client, guide, chosen):
    assert client.get(ARTICLE).text.count("Run by us & others") == 0
    chosen(footer_note="Run by us & others")
    assert client.get(ARTICLE).text.count("Run by us &amp; others") == 1


def test_markup_in_a_name_stays_text(client, guide, chosen):
    nasty = "</title><script>alert(1)</script>"
    chosen(name=nasty, footer_note=nasty, names={"hi": nasty})
    for address in (ARTICLE, "/hi/", "/en/search/", reverse("feed")):
        text = client.get(address).text
        assert "script&" in text and "alert(1)" in text
        assert "<script>alert" not in text


# Colours


def test_the_design_as_it_comes_carries_no_style_of_its_own(client, guide):
    response = client.get(ARTICLE)
    sheets = {stylesheet.text(sheet) for sheet in stylesheet.SHEETS}
    assert set(styles_of(response)) <= sheets


def test_a_style_of_one_s_own_comes_last_and_is_admitted_by_its_hash(client, guide, chosen):
    before = client.get(ARTICLE)
    chosen(main_colour="#0055a4", accent_colour="#e30613")
    after = client.get(ARTICLE)
    *sheets, own = styles_of(after)
    assert sheets == styles_of(before)
    assert own == colours.css("#0055a4", "#e30613")
    assert admitted(after) == f"{admitted(before)} {stylesheet.csp_hash(own)}"
    assert "unsafe" not in admitted(after)


def test_other_colours_take_the_place_of_earlier_ones_in_page_and_policy(client, guide, chosen):
    chosen(main_colour="#0055a4")
    old = stylesheet.csp_hash(styles_of(client.get(ARTICLE))[-1])
    chosen(main_colour="#7a1fa2")
    response = client.get(ARTICLE)
    assert stylesheet.csp_hash(styles_of(response)[-1]) in admitted(response)
    assert old not in admitted(response)


@pytest.mark.parametrize(
    "text", ["blue", "#12", "#12345", "#gg0000", "0055a4", "#fff}*{", "url(x)", "#fff\n"]
)
def test_what_is_no_colour_is_refused_with_an_example(text):
    for field in ("main_colour", "accent_colour"):
        with pytest.raises(ValidationError) as refusal:
            SiteIdentity(**{field: text}).full_clean()
        assert "such as #0a4a48" in str(refusal.value.message_dict[field])


# The logo


def test_a_logo_takes_the_place_of_the_mark(client, guide, chosen, logo):
    assert "<svg" in client.get(ARTICLE).text.split("</header>")[0]
    chosen(logo=logo)
    response = client.get(ARTICLE)
    header = response.text.split("</header>")[0]
    picture = re.search(r'<img src="([^"]+)"\s+alt=""\s+width="160"\s+height="40">', header)
    assert client.get(picture[1]).headers["Content-Type"] == "image/webp"
    assert 'viewBox="0 0 32 32"' not in header
    icon = re.search(r'<link rel="icon" href="([^"]+)">', response.text)[1]
    assert client.get(icon).headers["Content-Type"] == "image/png"
    assert stylesheet.csp_hash(styles_of(response)[-1]) in admitted(response)


@pytest.mark.parametrize(
    ("size", "shown"), [((600, 600), (40, 40)), ((1600, 100), (160, 10)), ((24, 20), (24, 20))]
)
def test_a_logo_keeps_its_form_and_is_not_enlarged(settings, tmp_path, size, shown):
    settings.MEDIA_ROOT = tmp_path
    image = HubImage.objects.create(title="Logo", file=get_test_image_file(size=size))
    found = identity.logo_of(image)
    assert (found.width, found.height) == shown


def test_a_picture_whose_file_is_gone_cannot_become_the_logo(chosen, logo):
    logo.file.storage.delete(logo.file.name)
    with pytest.raises(ValidationError, match="Choose another one"):
        chosen(logo=logo)


def test_a_logo_that_is_deleted_leaves_the_mark(client, guide, chosen, logo):
    chosen(logo=logo)
    assert "<img" in client.get(ARTICLE).text.split("</header>")[0]
    logo.delete()
    assert 'viewBox="0 0 32 32"' in client.get(ARTICLE).text.split("</header>")[0]


# What it costs, and when the database is away


def test_the_identity_is_read_once_for_many_requests(client, guide, chosen, logo):
    chosen(name="Library", main_colour="#0055a4", logo=logo, names={"hi": "पुस्तकालय"})
    client.get(ARTICLE)
    with CaptureQueriesContext(connection) as queries:
        client.get(ARTICLE)
    assert not [query for query in queries if "identity" in query["sql"]]


def test_a_change_is_seen_by_a_request_that_follows_its_commit(
    client, guide, chosen, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        chosen(name="Before")
        setting = chosen(name="After")
        # Another process reads while the transaction is still open.
        SiteIdentity.objects.filter(pk=setting.pk).update(name="Before")
        assert identity.name() == "Before"
        SiteIdentity.objects.filter(pk=setting.pk).update(name="After")
    assert identity.name() == "After"


def test_a_hub_without_its_database_has_the_name_of_the_settings(settings):
    def refuse(execute, *args):
        raise DatabaseError("away")

    with connection.execute_wrapper(refuse):
        assert identity.name() == settings.WAGTAIL_SITE_NAME
    SiteIdentity.objects.create(name="Library")
    assert identity.name() == "Library"


# The form


def test_an_administrator_finds_the_form_in_the_menu_and_saves_it(administrator, guide):
    assert "Name, look and languages" in administrator.get("/admin/").text
    response = send(
        administrator,
        **{"name": "Library", "main_colour": "#0055A4", "wordings-TOTAL_FORMS": "1"},
        **{"wordings-0-language": "hi", "wordings-0-name": "पुस्तकालय", "wordings-0-footer_note": ""},
    )
    assert response.status_code == 302
    assert (identity.name("en"), identity.name("hi")) == ("Library", "पुस्तकालय")
    assert "#0055a4" in administrator.get(ARTICLE).text


def test_a_language_named_twice_is_refused(administrator):
    rows = {f"wordings-{row}-{field}": "hi" for row in (0, 1) for field in ("language", "name")}
    response = send(administrator, **{"wordings-TOTAL_FORMS": "2"}, **rows)
    assert response.status_code == 200
    assert not IdentityWording.objects.exists()


def test_a_colour_that_is_none_comes_back_with_what_to_write(administrator):
    response = send(administrator, main_colour="blue")
    assert response.status_code == 200
    assert "such as #0a4a48" in response.context["form"].errors["main_colour"][0]


def test_the_preview_shows_what_has_not_been_saved(administrator, guide):
    setting = SiteIdentity.load()
    address = reverse("wagtailsettings:preview_on_edit", args=[*EDIT[1:], setting.pk])
    sent = form(name="Not yet", main_colour="#0055a4")
    assert administrator.post(address, sent).json() == {"is_valid": True, "is_available": True}
    preview = administrator.get(address)
    assert "<span>Not yet</span>" in preview.text
    assert styles_of(preview)[-1] == colours.css("#0055a4")
    assert stylesheet.csp_hash(styles_of(preview)[-1]) in admitted(preview)
    assert identity.name() != "Not yet"


@pytest.mark.parametrize("group", ["Editors", "Moderators"])
def test_editors_cannot_change_it(client, group):
    user = User.objects.create_user("editor")
    user.groups.add(user.groups.model.objects.get(name=group))
    client.force_login(user)
    response = send(client, name="Mine")
    assert response.status_code == 302
    assert SiteIdentity.load().name == ""
    assert "Name, look and languages" not in client.get("/admin/").text
