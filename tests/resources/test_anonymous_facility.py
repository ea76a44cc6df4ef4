"""A facility that stays anonymous is told nowhere, in no language, however it was told before."""

import io

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import ExifTags, Image
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource

from adoptions.choices import Status
from adoptions.models import Adoption
from core.extraction import keeping as documents
from core.models import HubDocument, HubImage, SiteIdentity
from resources.models import CaseStudyPage, GuidePage, LibraryPage, SynthesisPage, Topic
from search.frequent import choose_frequent
from search.models import QuestionCount
from tests import urlconf
from tests.core.documents import pdf

from .crawling import crawl

# Words that stand nowhere else, in the names that an editor gives.
NAME, PLACE, OTHER = "Quillonhurst Hospital", "Vexmoor District, India", "क्विलनहर्स्ट"
SECRETS = ("quillonhurst", "vexmoor", OTHER)
FACILITY = {"facility_name": NAME, "facility_place": PLACE, "facility_other_names": OTHER}
LANGUAGES = ("en", "hi", "th", "fr")
TYPED = ("", "quillonhurs", "kuillonhurst", "vexmoo", "quillon", "ward", "hands")
# They answer who was given a password or an invitation, ask about a colleague, or take what is sent
# to them.
NOT_CRAWLED = {
    "sign_out",
    "wagtailcore_authenticate_with_password",
    "wagtaildocs_authenticate_with_password",
    "writing_join",
    "writing_remove",
    "writing_save",
}


@pytest.fixture
def published(django_capture_on_commit_callbacks, settings, tmp_path):
    """Return a context in which what waits for the end of a transaction happens at once."""
    settings.MEDIA_ROOT = tmp_path
    offered = SiteIdentity.load()
    offered.languages = list(LANGUAGES)
    offered.save()
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def section(home, publish):
    return publish(home, LibraryPage(title="Cases", slug="cases"))


@pytest.fixture
def ward(section, publish, published):
    """A case study whose facility everybody may know, told in each of its places."""
    with published():
        return publish(
            section,
            CaseStudyPage(
                title="Washing hands",
                slug="quillonhurst-hospital-washes-hands",
                summary="A ward washed its hands.",
                problem="<p>Hands were not washed at <b>Quillonhurst</b> Hospital.</p>",
                contributors=[
                    ("person", {"name": "A. Nurse", "role": "author", "affiliation": NAME})
                ],
                measures=[("measure", {"name": "Washed hands", "data": "1, 5\n2, 7\n3, 6"})],
                image=picture("quillonhurst.jpg", title="Quillonhurst", description="A basin"),
                attachments=[
                    ("document", kept(pdf(f"The {NAME}"), "quillonhurst.pdf", title="Form"))
                ],
                **FACILITY,
            ),
        )


def kept(content, name, **fields):
    document = HubDocument.objects.create(file=ContentFile(content, name), **fields)
    documents.read(document.pk)
    return document


def picture(name, **fields):
    """Return a picture in which the camera has kept the facility's name."""
    said = Image.Exif()
    said[ExifTags.Base.Artist] = NAME
    buffer = io.BytesIO()
    Image.new("RGB", (900, 500), "teal").save(buffer, "JPEG", exif=said.tobytes())
    return HubImage.objects.create(file=ContentFile(buffer.getvalue(), name), **fields)


def republish(page, published, **fields):
    page = page.get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(page, name, value)
    with published():
        page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def translated(page, code, published, **fields):
    """Publish a translation, made by copying, with its section and its home page."""
    locale = place_for(page, code)
    copy = page.copy_for_translation(locale)
    return republish(copy, published, **fields)


def place_for(page, code):
    """Publish the pages above one in a language too; return its locale."""
    locale = Locale.objects.get(language_code=code)
    for above in page.get_ancestors().filter(depth__gt=1):
        if not above.has_translation(locale):
            above.specific.copy_for_translation(locale).save_revision().publish()
    return locale


def clean(page, published):
    """Publish a page without its facility's name in its texts, and as an anonymous one's."""
    return republish(
        page,
        published,
        slug="a-ward-washes-hands",
        problem="<p>Hands were not washed.</p>",
        contributors=[("person", {"name": "A. Nurse", "role": "", "affiliation": "Q. H."})],
        image=picture("basin.jpg", title="A basin", description="A basin"),
        attachments=[("document", kept(pdf("A form"), "blank.pdf", title="A blank form"))],
        facility_is_anonymous=True,
    )


def starts():
    """Return where readers and programs begin, with what the curious would type."""
    language_free = [
        "/",
        "/sitemap.xml",
        "/api/v2/pages/?fields=*",
        "/healthz",
        "/readyz",
    ]
    asked = [f"/api/v2/pages/?fields=*&search={typed}" for typed in TYPED]
    asked += [
        f"/api/v2/pages/?fields=*&type=resources.{name}"
        for name in ("CaseStudyPage", "InitiativePage")
    ]
    for code in LANGUAGES:
        asked += [f"/{code}/", f"/{code}/feed/", f"/{code}/cases/", f"/{code}/search/"]
        asked += [f"/{code}/search/?format=json&q={typed}" for typed in TYPED]
        asked += [f"/{code}/search/suggest/?q={typed}" for typed in TYPED]
    return [*language_free, *asked, "/en/cases/quillonhurs/"]


def tells(answers):
    """Return the addresses whose answers tell a secret, and those that tell it themselves."""
    return sorted(
        address
        for address, answer in answers.items()
        if any(secret in f"{address}\n{answer.text}".casefold() for secret in SECRETS)
    )


def test_a_facility_that_everybody_may_know_is_told_in_many_places(client, ward, published):
    translated(ward, "th", published)
    found = crawl(client, starts())
    telling = tells(found)
    views = {found[address].view for address in telling}
    assert {
        *("wagtail_serve", "search", "feed", "cite", "media"),
        *("api:pages:listing", "api:pages:detail", "wagtaildocs_serve"),
    } <= views
    assert "/sitemap.xml" in telling and "/th/cases/quillonhurst-hospital-washes-hands/" in telling


def test_one_that_becomes_anonymous_leaves_no_trace_anywhere(
    client, ward, guides, publish, published
):
    republish(ward, published, slug="quillonhurst-ward")
    translated(ward, "hi", published, title=f"{OTHER} में हाथ धोना")
    translated(
        ward,
        "th",
        published,
        title="ล้างมือ",
        slug="th-ward",
        problem="<p>…</p>",
        contributors=[],
        image=None,
        attachments=[],
    )
    source, _ = TranslationSource.get_or_create_from_instance(ward)
    made = Translation.objects.create(source=source, target_locale=place_for(ward, "fr"))
    with published():
        made.save_target(publish=True)
    publish(
        guides, GuidePage(title="Soap", slug="soap", summary="S.", related=[("resource", ward)])
    )
    adopted_elsewhere(ward, publish)
    put_together(ward, publish, published)
    asked_before(NAME)
    before = tells(crawl(client, starts()))
    assert {
        *("/hi/cases/quillonhurst-ward/", "/th/cases/th-ward/", "/en/cases/together/"),
        *("/en/cases/soap-first/", "/en/search/suggest/?q=quillon"),
    } <= set(before)

    ward = clean(ward, published)
    draft = ward.get_latest_revision_as_object()
    draft.title = f"{NAME} washes hands"
    draft.save_revision()
    choose_frequent()

    found = crawl(client, starts())
    assert tells(found) == []
    assert found["/en/cases/a-ward-washes-hands/"].status == 200
    assert found["/th/cases/th-ward/"].status == 200
    for address in before:
        if "/cases/" in address and "quillonhurst" in address:
            assert client.get(address).status_code == 404, address


def adopted_elsewhere(ward, publish):
    """Let the ward have adapted another record, and another ward have adapted its own."""
    other = publish(
        ward.get_parent(), CaseStudyPage(title="Soap first", slug="soap-first", summary="S.")
    )
    told = {"country": "IN", "changed": "Soap.", "status": Status.PUBLISHED}
    Adoption.objects.create(
        record_key=other.translation_key,
        own_record_key=ward.translation_key,
        facility=NAME,
        district="Vexmoor District",
        **told,
    )
    Adoption.objects.create(record_key=ward.translation_key, facility="A clinic", **told)


def put_together(ward, publish, published):
    """File the ward under a topic, and show the records of that topic together."""
    topic = Topic.objects.create(name="Soap", slug="soap", locale=ward.locale)
    republish(ward, published, topics=[ward.topics.model(term=topic)])
    page = SynthesisPage(title="Together", slug="together", summary="All.")
    page.topics = [page.topics.model(term=topic)]
    publish(ward.get_parent(), page)


def asked_before(question):
    """Let many have asked for a facility while it was known."""
    for code in LANGUAGES:
        QuestionCount.objects.create(
            language=code,
            question=question.lower(),
            text=question,
            day=timezone.localdate(),
            asked=9,
            found=True,
        )
    choose_frequent()


def test_the_crawl_goes_to_every_address_that_readers_have(client, ward, published, episode, guide):
    topic = Topic.objects.create(name="Soap", slug="soap", locale=ward.locale)
    republish(ward, published, topics=[ward.topics.model(term=topic)], countries=["IN"])
    public = [each for each in urlconf.addresses() if not each.route.startswith("admin/")]
    known = {"key": str(ward.translation_key)}
    given = [each.filled(known) for each in public if each.keys <= {"key"}]
    views = {answer.view for answer in crawl(client, [*starts(), *given]).values()}
    assert {each.name for each in public} - views == NOT_CRAWLED
