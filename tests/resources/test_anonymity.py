"""What names an anonymous facility is told to the editor and is not published, by whatever way."""

import csv
import io

import docx
import pytest
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.fields import StreamField
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Locale, Page
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, streamfield

from accounts.models import User
from core.extraction import keeping as documents
from core.models import HubDocument, HubImage
from resources.anonymity.keeping import NamesFacility
from resources.anonymity.traces import traces
from resources.choices import Licence
from resources.models import CaseStudyPage, GuidePage, InitiativePage, Topic
from tests.core.documents import pdf, pdf_of, word
from translations.models import Adaptation, Version

NAME = "Quillonhurst Hospital"
TOLD = "This names the facility, which is to stay anonymous."
# A value of each stream that has the name in it, as it is stored.
STREAMS = {
    "body": {"type": "paragraph", "value": "<p>At <b>Quillonhurst</b> Hospital</p>"},
    "contributors": {"type": "person", "value": {"name": "A.", "affiliation": NAME}},
    "team": {"type": "member", "value": {"role": NAME}},
    "causes": {"type": "whys", "value": {"problem": "p", "whys": [NAME]}},
    "measures": {"type": "measure", "value": {"name": "m", "collected": NAME}},
    "change_ideas": {"type": "idea", "value": {"idea": NAME}},
    "cycles": {"type": "cycle", "value": {"title": NAME}},
}
# They refer to things: each has a test of its own below.
REFERRING = {"attachments", "related"}
UNWRITTEN = {"facility_name", "facility_place", "facility_other_names", "path"}


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def ward(initiatives, publish):
    """A published initiative of an anonymous facility."""
    return publish(
        initiatives,
        InitiativePage(
            title="Fewer infections",
            slug="fewer-infections",
            summary="A ward.",
            facility_name=NAME,
            facility_is_anonymous=True,
        ),
    )


@pytest.fixture
def desk(client, db):
    client.force_login(User.objects.create_superuser("editor", password="a long one 1"))
    return client


def kept(content, name, title="A form"):
    document = HubDocument.objects.create(title=title, file=ContentFile(content, name))
    documents.read(document.pk)
    return document


def told_fields(model):
    """Return the fields of a model in which an editor writes."""
    return [
        field.name
        for field in model._meta.concrete_fields
        if field.editable
        and field.get_internal_type() in ("CharField", "TextField", "URLField", "SlugField")
        and not field.choices
        and field.name not in UNWRITTEN
    ]


@pytest.mark.parametrize("model", [CaseStudyPage, InitiativePage])
def test_whatever_an_editor_writes_is_looked_at(db, model):
    unseen = []
    for name in told_fields(model):
        page = model(facility_is_anonymous=True, facility_name=NAME, **{name: NAME})
        if name not in traces(page):
            unseen.append(name)
    assert unseen == []
    streams = {field.name for field in model._meta.fields if isinstance(field, StreamField)}
    assert streams == STREAMS.keys() | REFERRING
    for name, raw in STREAMS.items():
        page = model(facility_is_anonymous=True, facility_name=NAME)
        setattr(page, name, model._meta.get_field(name).to_python([raw]))
        assert traces(page) == [name], name


@pytest.mark.parametrize(
    "picture",
    [
        {"title": NAME},
        {"title": "A ward", "description": NAME},
        {"title": "A ward", "credit": f"Photo: {NAME}"},
        {"title": "A ward", "name": "QuillonhurstHospital.png"},
    ],
)
def test_a_picture_tells_by_its_words_and_by_the_name_of_its_file(ward, picture):
    name = picture.pop("name", "ward.png")
    ward.image = HubImage.objects.create(file=png(name), **picture)
    assert traces(ward) == ["image"]


def png(name):
    return get_test_image_file(filename=name)


PROPERTIES = {
    1: b"<</Type/Catalog/Pages 2 0 R>>",
    2: b"<</Type/Pages/Kids[4 0 R]/Count 1>>",
    3: f"<</Author({NAME})>>".encode(),
    4: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
}


@pytest.mark.parametrize(
    ("content", "name", "title"),
    [
        (pdf("A form"), "quillonhurst-hospital.pdf", "A form"),
        (pdf("A form"), "form.pdf", f"Form of {NAME}"),
        (pdf("A form", f"Property of {NAME}"), "form.pdf", "A form"),
        (pdf_of(PROPERTIES, "/Info 3 0 R"), "form.pdf", "A form"),
        (word("A form", f"{NAME}, ward 7"), "form.docx", "A form"),
        (f"ward,bed\n{NAME},7\n".encode(), "beds.csv", "Beds"),
    ],
)
def test_a_document_tells_by_its_title_its_text_and_its_properties(ward, content, name, title):
    ward.attachments = [("document", kept(content, name, title))]
    assert traces(ward) == ["attachments"]


def test_a_document_tells_by_its_header(ward):
    made = docx.Document()
    made.sections[0].header.paragraphs[0].add_run("Quillon")
    made.sections[0].header.paragraphs[0].add_run("hurst Hospital")
    buffer = io.BytesIO()
    made.save(buffer)
    ward.attachments = [("document", kept(buffer.getvalue(), "form.docx"))]
    assert traces(ward) == ["attachments"]


def test_a_document_is_looked_at_again_for_an_abbreviation_that_is_added(ward):
    properties = {**PROPERTIES, 3: b"<</Author(by QH)>>"}
    ward.attachments = [("document", kept(pdf_of(properties, "/Info 3 0 R"), "form.pdf"))]
    assert traces(ward) == []
    ward.facility_other_names = "QH"
    assert traces(ward) == ["attachments"]


def test_codes_that_an_abbreviation_looks_like_tell_nothing(ward):
    ward.facility_other_names = "CC\nGH\nAD"
    ward.countries, ward.licence = ["GH"], Licence.CC_BY
    key = "3f0c2b1e-ad12-4ad1-8e5b-0123456789ab"
    ward.body = type(ward).body.field.to_python(
        [{"type": "paragraph", "value": "<p>A ward.</p>", "id": key}]
    )
    assert traces(ward) == []


def test_a_clean_document_and_a_clean_picture_tell_nothing(ward):
    ward.image = HubImage.objects.create(title="A ward", file=png("ward.png"))
    ward.attachments = [("document", kept(word("A form"), "form.docx"))]
    assert traces(ward) == []


def test_what_a_page_leads_to_tells_by_its_title_and_a_term_by_its_name(ward, guides, publish):
    guide = publish(guides, GuidePage(title=f"Soap at {NAME}", slug="soap", summary="S."))
    topic = Topic.objects.create(name=NAME, slug="t", locale=ward.locale)
    ward.related = [("resource", guide)]
    ward.superseded_by = guide.page_ptr
    ward.topics = [ward.topics.model(term=topic)]
    assert sorted(traces(ward)) == ["related", "superseded_by", "topics"]


def test_a_facility_that_is_named_in_another_version_only_is_still_known(ward, hindi):
    translation = ward.copy_for_translation(hindi, copy_parents=True)
    translation.facility_other_names = "क्विलनहर्स्ट"
    translation.save()
    ward.facility_name = ""
    ward.title = "क्विलनहर्स्ट"
    assert traces(ward) == ["title"]


def form_of(desk, page):
    html = desk.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).text
    data = querydict_from_html(html, form_id="page-edit-form")
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            data.update(nested_form_data({field.name: streamfield([])}))
    if page.facility_is_anonymous:
        data["facility_is_anonymous"] = "on"
    return html, data


def send(desk, page, data, action):
    return desk.post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]), {**data.dict(), action: action}
    )


@pytest.mark.parametrize("action", ["action-publish", "action-submit"])
def test_a_form_that_names_it_is_not_taken_and_says_where(desk, ward, action):
    _html, data = form_of(desk, ward)
    data["summary"] = f"A ward of {NAME}."
    data["slug"] = "quillonhurst-hospital"
    answer = send(desk, ward, data, action)
    assert answer.status_code == 200
    assert answer.context["form"].errors == {"summary": [TOLD], "slug": [TOLD]}
    assert Page.objects.get(pk=ward.pk).slug == "fewer-infections"


def test_a_draft_may_name_it_and_the_form_says_where(desk, ward):
    html, data = form_of(desk, ward)
    assert "it is named in" not in html
    data["summary"] = f"A ward of {NAME}."
    assert send(desk, ward, data, "action-save").status_code == 302
    html, _data = form_of(desk, ward)
    assert "it is named in: summary." in html
    assert InitiativePage.objects.get(pk=ward.pk).summary == "A ward."


def test_former_addresses_with_an_abbreviation_are_forgotten_and_its_language_is_none(
    ward, django_capture_on_commit_callbacks
):
    for path in ("/en/initiatives/falls-at-hi", "/hi/initiatives/falls"):
        Redirect.objects.create(old_path=path, redirect_page=ward)
    with django_capture_on_commit_callbacks(execute=True):
        publish_as(ward, facility_other_names="HI")
    kept_paths = Redirect.objects.filter(redirect_page=ward).values_list("old_path", flat=True)
    assert list(kept_paths) == ["/hi/initiatives/falls"]


def test_a_named_facility_may_be_named(desk, ward):
    ward.facility_is_anonymous = False
    ward.save_revision().publish()
    _html, data = form_of(desk, ward)
    data["summary"] = f"A ward of {NAME}."
    assert send(desk, ward, data, "action-publish").status_code == 302
    assert InitiativePage.objects.get(pk=ward.pk).summary == f"A ward of {NAME}."


def test_publishing_past_the_form_is_refused_and_leads_back_to_it(desk, ward):
    ward.summary = f"A ward of {NAME}."
    revision = ward.save_revision()
    with pytest.raises(NamesFacility) as refusal:
        revision.publish()
    assert "summary" in str(refusal.value) and "Quillonhurst" not in str(refusal.value)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    answer = desk.post(f"{address}?id={ward.pk}", follow=True)
    assert answer.redirect_chain == [(reverse("wagtailadmin_pages:edit", args=[ward.pk]), 302)]
    assert "it is named in: summary." in answer.text
    assert InitiativePage.objects.get(pk=ward.pk).summary == "A ward."


def test_a_scheduled_version_that_names_it_keeps_no_other_from_its_time(ward, guides, publish):
    past = timezone.now() - timezone.timedelta(minutes=1)
    guide = publish(guides, GuidePage(title="Soap", slug="soap", summary="S."))
    guide.title = "Soap and water"
    for page, minutes in ((ward, 2), (guide, 1)):
        if page is ward:
            ward.summary = NAME
        revision = page.save_revision()
        revision.approved_go_live_at = past - timezone.timedelta(minutes=minutes)
        revision.save()
    with pytest.raises(NamesFacility):
        call_command("publish_scheduled")
    call_command("publish_scheduled")
    assert GuidePage.objects.get(pk=guide.pk).title == "Soap and water"
    assert InitiativePage.objects.get(pk=ward.pk).summary == "A ward."


@pytest.fixture
def thai(ward):
    """The published Thai version of a ward that everybody may know, as yet."""
    publish_as(ward, facility_is_anonymous=False)
    locale = Locale.objects.get(language_code="th")
    copy = ward.copy_for_translation(locale, copy_parents=True)
    copy.save_revision().publish()
    return InitiativePage.objects.get(pk=copy.pk)


def publish_as(page, **fields):
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def fresh(page):
    return InitiativePage.objects.get(pk=page.pk)


def test_translations_become_anonymous_with_their_original_and_their_drafts_too(ward, thai):
    thai.title = "ร่าง"
    thai.save_revision()
    publish_as(fresh(ward), facility_is_anonymous=True)
    thai = fresh(thai)
    assert thai.live and thai.facility_is_anonymous and thai.public_facility == ""
    draft = thai.get_latest_revision_as_object()
    assert (draft.title, draft.facility_is_anonymous) == ("ร่าง", True)
    publish_as(draft, facility_is_anonymous=False)
    assert fresh(thai).facility_is_anonymous


def test_a_translation_that_names_it_is_taken_back_and_the_form_says_so(desk, ward, thai):
    publish_as(thai, title=f"{NAME} ล้างมือ")
    publish_as(fresh(ward), facility_is_anonymous=True)
    assert not fresh(thai).live
    html, _data = form_of(desk, ward)
    assert "readers do not get them: ไทย." in html
    publish_as(fresh(thai).get_latest_revision_as_object(), title="ล้างมือ")
    assert fresh(thai).live
    html, _data = form_of(desk, ward)
    assert "readers do not get them" not in html


def test_a_translation_that_becomes_anonymous_takes_all_with_it_and_the_original_gives_back(
    ward, thai
):
    publish_as(thai, facility_is_anonymous=True)
    assert fresh(ward).facility_is_anonymous
    publish_as(fresh(ward), facility_is_anonymous=False)
    assert not fresh(thai).facility_is_anonymous


def test_a_page_is_taken_back_when_its_document_or_picture_names_it_later(
    ward, django_capture_on_commit_callbacks
):
    document = kept(word("A form"), "form.docx")
    image = HubImage.objects.create(title="A ward", file=png("ward.png"))
    publish_as(ward, attachments=[("document", document)], image=image)
    image.title = NAME
    image.save()
    assert not fresh(ward).live
    image.title = "A ward"
    image.save()
    publish_as(fresh(ward))
    document.file = ContentFile(word(NAME), "form.docx")
    with django_capture_on_commit_callbacks(execute=True):
        document.save()
        documents.read(document.pk)
    assert not fresh(ward).live


def test_a_translation_is_taken_back_when_its_team_names_the_facility_beside_it(ward, thai):
    publish_as(fresh(ward), facility_is_anonymous=True)
    version = Version.objects.get(object_id=thai.pk, translation_key=thai.translation_key)
    Adaptation.objects.create(version=version, what=f"As at {NAME}.", why="A ward.")
    assert not fresh(thai).live and fresh(ward).live


def test_an_import_that_would_publish_its_name_is_refused_as_a_whole(initiatives, tmp_path):
    path = tmp_path / "wards.csv"
    rows = [
        {"title": "One", "summary": "A ward.", "facility": NAME, "facility_is_anonymous": "yes"},
        {"title": "Two", "summary": NAME, "facility": NAME, "facility_is_anonymous": "yes"},
    ]
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    with pytest.raises(CommandError):
        call_command("import_resources", path, publish=True)
    assert not InitiativePage.objects.exists()
    call_command("import_resources", path)
    assert InitiativePage.objects.filter(live=False).count() == 2
