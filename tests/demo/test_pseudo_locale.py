"""No word that gettext does not say, unless it is content: found by a language made for tests.

The hub is asked in Hindi, so that words in Latin letters are either names and references out of
the pages, or were forgotten.
"""

import json
import re
from http import HTTPStatus
from uuid import uuid4

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone, translation
from django.views import defaults
from wagtail.images import get_image_model
from wagtail.models import Page, TranslatableMixin
from wagtail.users.models import UserProfile
from wagtail_localize.models import Translation

from core.languages import CONTENT_LANGUAGES
from core.models import HubDocument, SiteIdentity
from resources.models import (
    Audience,
    CareSetting,
    CaseStudyPage,
    EpisodePage,
    Equipment,
    GuidePage,
    InitiativePage,
    Method,
    PodcastPage,
    TeamRole,
    Topic,
)
from search.models import SearchTerm
from tests import urlconf
from tests.demo import marked
from tests.demo.marked import unmarked, words
from translations.mail import digest, safety
from translations.models import (
    GlossaryEntry,
    Kind,
    Severity,
    SourceChange,
    Status,
    TranslationState,
    Version,
)
from writing.models import Draft
from writing.starting import start

pytestmark = pytest.mark.django_db
LANGUAGE = "hi"
SETTING = {"sort": "fit", "here_level": "primary", "here_role": "none", "here_caseload": "under_50"}
QUESTIONS = (
    {"q": "नवजात"},
    {"q": "नवजात", "type": "guide", "year": "2019"},
    {"q": "नवजत"},
    {"q": "क्ष्क्ष्"},
    {"q": "“"},
    {"q": "", "page": "2"},
    {"q": "नवजात", "format": "json"},
    {"q": "नवजात", **SETTING},
)
# Of the answers in JSON: what is a code, an address or a number to those who read it.
CODES = {"id", "type", "url", "value", "language", "slug", "kind", "lang", "img", "startTime"}
# Called so in every language.
SAME = ("DOI", "PMID", "PMCID", "Wagtail", "RSS", "PO", "XLIFF", "OK", "kB", "MB")
# Said in English by Wagtail's own templates and forms, whatever the language.
WAGTAILS = (
    *("Actions", "Locale", "Password", "Search", "Source locale", "Target locale"),
    # The name of wagtail-localize's own model.
    "translations",
    "instructions how to enable JavaScript in your web browser",
    # Put together once for all languages, when the form is made.
    *("Choose a page", "Resource"),
    # Hidden: how many remarks a side panel has.
    "None",
)
# Files that are data, or a player's, not read by people.
DATA = ("application/x-", "text/x-gettext", "text/vtt", "image/", "audio/", "text/csv")


@pytest.fixture
def speaking(monkeypatch):
    """Speak the language that is made for tests, from now on."""
    marked.speak(monkeypatch)


@pytest.fixture
def hindi_pages():
    return list(in_hindi(Page.objects.live().filter(depth__gt=1)).specific())


@pytest.fixture
def content(hindi_pages):
    """All that stands in Hindi pages and terms; of other languages, what lists show of them."""
    found = [page.serializable_data() for page in hindi_pages]
    for model in (Audience, CareSetting, Equipment, Method, TeamRole, Topic):
        found += model.objects.values("name", "slug")
        found += in_hindi(model.objects.all()).values("description")
    for model in (Page, get_image_model(), HubDocument):
        found += model.objects.values("title")
    found += get_image_model().objects.values("description")
    found += SearchTerm.objects.values("name", "alternatives")
    found += GlossaryEntry.objects.values("term", "preferred", "origin")
    found += get_user_model().objects.values("username")
    found += [SiteIdentity.load().serializable_data(), settings.WAGTAIL_SITE_NAME]
    languages = [language.name for language in CONTENT_LANGUAGES]
    return "\n".join([*(words(text) for text in _strings(found)), *languages, *SAME, *WAGTAILS])


def in_hindi(queryset):
    return queryset.filter(locale__language_code=LANGUAGE)


def _strings(value):
    """Yield the texts in what may be JSON in JSON, without markup."""
    if isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from _strings(each)
    elif isinstance(value, str):
        inner = _json(value)
        if inner is None:
            # Who speaks stands within a tag of a transcript.
            yield re.sub(r"<(?:v ([^>]+)|[^>]+)>", r" \1 ", value)
        else:
            yield from _strings(inner)


def _json(text):
    try:
        value = json.loads(text)
    except ValueError:
        return None
    return value if isinstance(value, (dict, list)) else None


def _told(value, key=""):
    """Yield the texts in JSON that are for people."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from _told(each, name)
    elif isinstance(value, list):
        for each in value:
            yield from _told(each, key)
    elif isinstance(value, str) and key not in CODES:
        yield value


def forgotten(response, content):
    """Return what an answer says without gettext: of a page, of JSON, of a feed."""
    kind = response.headers.get("Content-Type", "")
    if response.streaming or kind.startswith(DATA):
        return []
    if "json" in kind:
        told = "".join(f"<p>{text}</p>" for text in _told(response.json()))
        return unmarked(told, content, LANGUAGE)
    if "xml" in kind:
        told = re.findall(r"<(?:title|description|itunes:s\w+)>([^<]*)<", response.text)
        return unmarked("".join(f"<p>{text}</p>" for text in told), content, LANGUAGE)
    return unmarked(response.text, content, LANGUAGE)


def require_none(found):
    assert not found, "\n".join(f"{text!r} at {place}" for text, place in found.items())


@pytest.fixture
def draft(client):
    """A record in the making by two, of whom the one who began it has signed in."""
    author, editor = (get_user_model().objects.get(username=each) for each in ("author", "editor"))
    client.force_login(author)
    draft = start(Draft(language=LANGUAGE), author)
    draft.memberships.create(person=editor)
    return draft


def public_paths(draft):
    """Yield every public address with arguments for which there is something to see."""
    episode = in_hindi(EpisodePage.objects.live()).first()
    show = in_hindi(PodcastPage.objects.live()).first()
    topic = in_hindi(Topic.objects.all()).first()
    initiative = in_hindi(InitiativePage.objects.live()).first()
    case = in_hindi(CaseStudyPage.objects.live()).exclude(team_roles=None).first()
    record = {"key": initiative.translation_key}
    other, _is_new = Draft.objects.get_or_create(language=LANGUAGE, invitation="x")
    steps = ("form", "save", "team", "leave", "delete", "send")
    values = {
        "topic": {"slug": topic.slug},
        "cite": {"pk": initiative.pk, "extension": "bib"},
        "podcast_feed": {"slug": show.slug},
        "captions": {"pk": episode.pk},
        "chapters": {"pk": episode.pk},
        "fit_record": {"page_id": case.pk},
        "fit_reasons": {"page_id": case.pk},
        "writing_join": {"token": other.invitation},
        "writing_remove": {"key": draft.key, "number": draft.memberships.last().pk},
        **{f"writing_{step}": {"key": draft.key} for step in steps},
        **{f"adoptions{step}": record for step in ("", "_report", "_thanks")},
    }
    # Pages and files, which the tests beside this one open, and what only programs ask for.
    apart = {
        *("wagtail_serve", "media", "wagtaildocs_serve", "chart", "healthz", "readyz"),
        "writing_word",
        *(f"wagtail{each}_authenticate_with_password" for each in ("core", "docs")),
    }
    for address in urlconf.addresses():
        for_people = not address.route.startswith(("admin/", "api/"))
        if for_people and address.name not in apart:
            yield address.filled(values.get(address.name, {}))


def test_a_word_that_gettext_does_not_say_is_found(speaking):
    said = translation.gettext("Search")
    page = f"""<title>{said}</title><p>{said} <b>{said}</b> Tea</p><img alt="Cup">
    <button aria-label="Pour">{said}</button><i lang="fr">Lait</i><p>Milk</p>"""
    assert unmarked(page, "Milk", LANGUAGE) == ["Tea", "Cup", "Pour"]


def test_every_page_speaks_only_by_gettext(client, speaking, hindi_pages, content):
    found = {}
    for page in hindi_pages:
        for text in forgotten(client.get(page.url), content):
            found.setdefault(text, page.url)
    require_none(found)


def test_search_feeds_and_files_speak_only_by_gettext(client, speaking, content, draft):
    found = {}
    with translation.override(LANGUAGE):
        paths = [(path, {}) for path in public_paths(draft)]
        paths += [(reverse("search"), question) for question in QUESTIONS]
        paths.append((reverse("search_suggest"), {"q": "न"}))
        paths.append((reverse("writing_form", args=[uuid4()]), {}))
        paths += [(path, SETTING) for path in public_paths(draft) if "/fit/" in path]
    for path, question in paths:
        response = client.get(path, question)
        for text in forgotten(response, f"{content}\n{' '.join(question.values())}"):
            found.setdefault(text, (path, question))
    require_none(found)


def test_errors_and_refusals_speak_only_by_gettext(speaking, content):
    request = RequestFactory().get(f"/{LANGUAGE}/")
    with translation.override(LANGUAGE):
        answers = [
            defaults.server_error(request),
            defaults.permission_denied(request, PermissionDenied()),
            defaults.bad_request(request, ValueError()),
            Client().get(f"/{LANGUAGE}/nowhere/"),
            Client().get(f"/{LANGUAGE}/", headers={"host": "localhost"}),
            Client(enforce_csrf_checks=True).post(f"/{LANGUAGE}/_util/login/"),
        ]
    assert {answer.status_code for answer in answers} == {200, 400, 403, 404, 500}
    require_none({text: answer for answer in answers for text in forgotten(answer, content)})


def said_in_mails():
    """Return the mails that were sent, as one page."""
    texts = [text for message in mail.outbox for text in (message.subject, message.body)]
    return "".join(f"<p>{line}</p>" for text in texts for line in text.splitlines())


def test_mails_to_teams_speak_only_by_gettext(speaking, content):
    person = get_user_model().objects.get(username="translator-hi")
    version = Version.objects.get(locale__language_code="en", title__startswith="Run charts")
    states = TranslationState.objects.filter(source=version, locale__language_code=LANGUAGE)
    states.update(status=Status.OUTDATED, severity=Severity.SAFETY)
    change = SourceChange.objects.create(
        version=version,
        published_at=timezone.now(),
        severity=Severity.SAFETY,
        is_stated=True,
        note="क",
    )
    for kind, path in ((Kind.TEXT, "title"), (Kind.MEDIA, "image")):
        change.passages.create(
            kind=kind, path=path, old_text="क", new_text="ख", severity=Severity.SAFETY
        )
    safety.tell(change.pk)
    digest.send_digests()
    assert [message.to for message in mail.outbox] == [[person.email]] * 2
    require_none(dict.fromkeys(unmarked(said_in_mails(), content, LANGUAGE), "a mail"))


def test_signing_in_and_its_mail_speak_only_by_gettext(client, speaking, content):
    get_user_model().objects.create_user("somebody", "somebody@hub.example", "x")
    headers = {"accept-language": LANGUAGE}
    door, reset = reverse("wagtailadmin_login"), reverse("wagtailadmin_password_reset")
    answers = [
        client.get(door, headers=headers),
        client.post(door, {"username": "x", "password": "y"}, headers=headers),
        client.get(reset, headers=headers),
        client.post(reset, {"email": "?"}, headers=headers),
        client.get(reverse("wagtailcore_login"), headers=headers),
    ]
    client.post(reset, {"email": "somebody@hub.example"}, headers=headers)
    require_none({text: answer for answer in answers for text in forgotten(answer, content)})
    assert len(mail.outbox) == 1
    known = f"{content} somebody"
    require_none(dict.fromkeys(unmarked(said_in_mails(), known, LANGUAGE), "a mail"))


@pytest.fixture
def editor(client):
    """The browser of an administrator whose admin speaks the crawl's language."""
    user = get_user_model().objects.get(username="admin")
    UserProfile.objects.create(user=user, preferred_language=LANGUAGE)
    client.force_login(user)
    # An empty form is not always one that Wagtail's own views can read.
    client.raise_request_exception = False
    return client


def our_forms():
    """Yield where each kind of page, file and setting of ours is written."""
    guide = in_hindi(GuidePage.objects.live()).first()
    yield reverse("wagtailadmin_pages:edit", args=[guide.pk])
    parents = {page.specific_class: page for page in Page.objects.filter(depth__gt=1)}
    places = {
        model: parent.pk
        for kind, parent in parents.items()
        for model in kind.creatable_subpage_models()
    }
    for model, parent in places.items():
        about = model._meta
        yield reverse("wagtailadmin_pages:add", args=[about.app_label, about.model_name, parent])
    yield reverse("wagtailimages:add")
    yield reverse("wagtaildocs:add")
    yield reverse("wagtailsettings:edit", args=["core", "siteidentity"])


def our_admin_paths():
    """Yield every address in the admin that is ours, or is about what is ours."""
    into_hindi = Translation.objects.filter(target_locale__language_code=LANGUAGE).first()
    segment = into_hindi.source.stringsegment_set.first()
    values = {
        "page_id": in_hindi(GuidePage.objects.live()).first().pk,
        "translation_id": into_hindi.pk,
        "string_segment_id": segment.pk,
        "translation_source_id": into_hindi.source_id,
        "app_label": "resources",
        "model_name": "topic",
    }
    for model, key in ((HubDocument, "document_id"), (get_image_model(), "image_id")):
        values[key] = getattr(model.objects.first(), "pk", 0)
    for address in urlconf.addresses():
        for_people = address.route.startswith("admin/") and "/api/" not in address.route
        if for_people and address.is_ours and not address.is_alike_everywhere:
            rows = address.model._default_manager.all() if address.model else Topic.objects.all()
            if address.model is None or issubclass(address.model, TranslatableMixin):
                rows = in_hindi(rows)
            row = rows.first()
            if "pk" not in address.keys or row is not None:
                yield address.filled(values | {"pk": row and row.pk})


def test_the_admin_s_pages_of_ours_speak_only_by_gettext(editor, speaking, content):
    found = {}
    forms, ours = list(our_forms()), list(our_admin_paths())
    answers = [(path, editor.get(path)) for path in (*forms, *ours)]
    answers += [(path, editor.post(path, {})) for path in ours if "delete" not in path]
    for path, answer in answers:
        if answer.status_code == HTTPStatus.OK:
            for text in forgotten(answer, content):
                found.setdefault(text, path)
    require_none(found)
