"""Every address of the admin, tried by a Hindi team on what is not theirs."""

import re
from http import HTTPStatus
from urllib.parse import urlencode

import pytest
from django.urls import reverse
from wagtail.models import Locale, Revision
from wagtail_localize.models import Translation

from resources.models import LibraryPage
from tests import urlconf
from tests.translations import foreign
from tests.translations.foreign import BESIDE, SECRET

# They end the session, or fail on purpose.
NOT_TRIED = {"wagtailadmin_logout", "wagtailadmin_error_test"}
PAGE_KEYS = {"page_id", "parent_page_id", "page_to_move_id", "page_pk"}
# Which model an address means that takes any, by the beginning of the address's name.
MODELS = {
    "wagtailsettings": ("core", "siteidentity"),
    "wagtailadmin_workflows": ("wagtailcore", "groupapprovaltask"),
    "wagtailadmin_editing_sessions": ("wagtailcore", "page"),
    "wagtailadmin_tag": ("taggit", "tag"),
    "wagtail_localize": ("resources", "topic"),
    "submit_": ("resources", "topic"),
    "team_": ("resources", "topic"),
    "wagtail_bulk_action": ("wagtailcore", "page"),
}
BULK_ACTIONS = ("delete", "publish", "unpublish", "move")


@pytest.fixture
def world(home, settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)
    return foreign.build(home)


@pytest.fixture
def member(world, client):
    """A browser in which a member of the Hindi team has signed in."""
    client.force_login(world.reviewer)
    client.raise_request_exception = False
    return client


def cases(world, name, keys):
    """Yield what to fill into a route: once for each page or translation of another team."""
    values = _values(world, name)
    by_pk = name.startswith(("wagtailadmin_pages", "wagtailadmin_api:pages"))
    if keys & PAGE_KEYS or (by_pk and "pk" in keys):
        for page in world.foreign_pages:
            about = _about_page(page)
            yield values | about | ({"pk": page.pk} if by_pk else {})
    elif keys & {"translation_id", "translation_source_id"}:
        for translation in world.foreign_translations:
            yield values | _about_translation(translation)
    elif "action" in keys:
        yield from (values | {"action": action} for action in BULK_ACTIONS)
    else:
        yield values


def _about_page(page):
    revision = Revision.page_revisions.filter(object_id=str(page.pk)).last()
    state = page.current_workflow_task_state
    return {
        **dict.fromkeys(PAGE_KEYS, page.pk),
        "revision_id": revision.pk if revision else 0,
        "revision_id_a": "earliest",
        "revision_id_b": "latest",
        "task_state_id": state.pk if state else 0,
        "task_id": state.task_id if state else 0,
        "workflow_state_id": state.workflow_state_id if state else 0,
    }


def _about_translation(translation):
    segment = translation.source.stringsegment_set.first()
    overridable = translation.source.overridablesegment_set.first()
    return {
        "translation_id": translation.pk,
        "translation_source_id": translation.source_id,
        "string_segment_id": segment.pk,
        "overridable_segment_id": overridable.pk if overridable else 0,
    }


def _values(world, name):
    first = next((each for start, each in MODELS.items() if name.startswith(start)), None)
    app, model = first or ("resources", "guidepage")
    thai = Locale.objects.get(language_code="th")
    pk = {
        "wagtailsnippets_resources_topic": world.foreign_topic.pk,
        "wagtailsnippetchoosers_resources_topic": world.foreign_topic.pk,
        "wagtaillocales": thai.pk,
        "glossary": world.entry.pk,
        "translations_board": world.state.pk,
        "wagtailimages": world.image.pk,
        "wagtail_localize": world.foreign_topic.pk,
        "submit_": world.foreign_topic.pk,
        "team_": world.foreign_topic.pk,
    }
    others = {"document_id", "doc_id", "media_id", "uploaded_file_id", "redirect_id", "session_id"}
    return {
        **dict.fromkeys((*others, "collection_id", "workflow_pk"), 1),
        **dict.fromkeys(("task_id", "workflow_state_id"), 1),
        **dict.fromkeys(("app_label", "app_name", "content_type_app_name"), app),
        **dict.fromkeys(("model_name", "content_type_model_name"), model),
        "pk": next((each for start, each in pk.items() if name.startswith(start)), 1),
        "image_id": world.image.pk,
        "destination_id": world.own_page.get_parent().pk,
        "action_name": "approve",
        "object_id": world.foreign_pages[0].pk,
        "media_type": "audio",
        "filter_spec": "original",
        "mode": "default",
        "uidb64": "x",
        "token": "y",
    }


def addresses(world):
    """Yield (name, address) of everything that the admin has, to be tried."""
    for address in urlconf.addresses():
        if address.route.startswith("admin/") and address.name not in NOT_TRIED:
            for values in cases(world, address.name, address.keys):
                yield address.name, address.filled(values)


def queries(world, address):
    """Return the parameters to try at an address: none, a question, and keys where they count."""
    ids = [page.pk for page in world.foreign_pages]
    if "/bulk/" in address or "multiple" in address:
        return [{"id": ids}]
    asked = [{}, {"q": BESIDE, "search": BESIDE}]
    return asked if not re.search(r"\d", address) else asked[:1]


def test_no_address_shows_a_word_of_others_drafts(world, member):
    shown, broken, answered = [], [], 0
    for name, address in addresses(world):
        for query in queries(world, address):
            response = member.get(address, query)
            text = response.content.decode(errors="replace") if not response.streaming else ""
            answered += response.status_code == HTTPStatus.OK
            if SECRET in text:
                shown.append((name, address, query))
            if response.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
                broken.append((name, address, query))
    assert (shown, broken) == ([], [])
    assert answered > 100


def writing(world):
    """Return what a form might send to put something in the place of what is there."""
    home = world.homes["th"]
    return {
        "title": "Taken over",
        "name": "Taken over",
        "slug": "taken-over",
        "value": "Taken over",
        "locales": [home.locale.pk],
        "include_subtree": "on",
        "publish_translations": "on",
        "language_code": "th",
        "new_parent_page": home.pk,
        "chooser": home.pk,
        "action": "publish",
        "action-publish": "on",
    }


def test_no_address_lets_what_is_of_others_be_changed(world, member):
    before = foreign.state()
    form = writing(world)
    for name, address in addresses(world):
        query = queries(world, address)[0]
        member.post(f"{address}?{urlencode(query, doseq=True)}", form)
        if name.startswith("wagtail_localize:edit"):
            member.put(address, "value=Taken+over", "application/x-www-form-urlencoded")
            member.delete(address)
    after = foreign.state()
    assert {kind for kind in before if before[kind] != after[kind]} == set()


def test_who_does_not_publish_makes_nothing_public(world, client):
    client.force_login(world.translator)
    page, topic = world.own_page, world.own_topic
    before = page.live_revision_id, topic.name
    for translation in Translation.objects.filter(target_locale__language_code="hi"):
        client.post(reverse("translations_desk", args=[translation.pk]), {"publish": "on"})
    for key, value in (("action", "publish"), ("action-publish", "on")):
        client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {key: value})
        edit = reverse("wagtailsnippets_resources_topic:edit", args=[topic.pk])
        client.post(edit, {key: value, "name": "New", "slug": topic.slug, "sort_order": 0})
    client.post(reverse("wagtail_localize:convert_to_alias", args=[page.pk]))
    page.refresh_from_db()
    topic.refresh_from_db()
    assert (page.live_revision_id, topic.name) == before
    assert page.alias_of_id is None


def test_a_team_translates_and_publishes_its_own(world, member, django_capture_on_commit_callbacks):
    page = world.own_page
    desk = reverse("translations_desk", args=[world.own_translation.pk])
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    for address in (
        edit,
        reverse("wagtailsnippets_resources_topic:edit", args=[world.own_topic.pk]),
    ):
        assert member.get(address, follow=True).status_code == HTTPStatus.OK
    row = member.get(desk).context["rows"][0]
    with django_capture_on_commit_callbacks(execute=True):
        typed = {f"text-{row.key}": "केतली", f"base-{row.key}": row.passage.base}
        member.post(desk, typed | {"publish": "on"})
    page.refresh_from_db()
    assert page.title == "केतली"


def test_a_team_sends_what_may_be_read_to_its_language_alone(world, member):
    guides = world.own_page.get_parent()
    source = guides.get_translations().get(locale__language_code="en")
    new = foreign.guide(source, "new", "Something new")
    codes = {"hi": Locale.objects.get(language_code="hi"), "th": world.homes["th"].locale}
    submit = reverse("wagtail_localize:submit_page_translation", args=[new.pk])
    offered = member.get(submit).context["form"].fields["locales"].queryset
    assert list(offered) == [codes["hi"]]
    member.post(submit, {"locales": [codes["th"].pk]})
    assert not new.get_translations().exists()
    member.post(submit, {"locales": [codes["hi"].pk]})
    assert [version.locale for version in new.get_translations()] == [codes["hi"]]


def test_a_subtree_is_sent_without_its_drafts(world, member):
    section = LibraryPage(title="More", slug="more", holds="guide")
    world.homes["en"].add_child(instance=section)
    section.save_revision().publish()
    foreign.guide(section, "read-too", "Read too")
    foreign.guide(section, "draft-too", f"{SECRET} D", live=False)
    hindi = Locale.objects.get(language_code="hi")
    submit = reverse("wagtail_localize:submit_page_translation", args=[section.pk])
    member.post(submit, {"locales": [hindi.pk], "include_subtree": "on"})
    sent = section.get_translations().get(locale=hindi).get_children()
    assert [page.slug for page in sent] == ["read-too"]


def test_the_public_api_and_addresses_know_no_drafts_for_a_team(world, member):
    for page in world.foreign_pages:
        for address in (f"/api/v2/pages/{page.pk}/", f"/en/guides/{page.slug}/"):
            assert SECRET not in member.get(address).content.decode()
    for query in ({}, {"search": BESIDE}, {"title": f"{BESIDE} {SECRET} A"}):
        found = member.get("/api/v2/pages/", {"limit": 20, **query}).json()
        assert SECRET not in str(found["items"])
