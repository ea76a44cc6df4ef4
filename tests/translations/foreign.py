"""What a Hindi team must neither read nor change: drafts, translations and terms of others."""

import json
from dataclasses import dataclass

from django.contrib.auth.models import Group
from django.core.files.images import ImageFile
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Comment, Locale, Page, Revision, Site, Workflow
from wagtail_localize.models import (
    SegmentOverride,
    StringTranslation,
    Translation,
    TranslationSource,
)

from accounts.models import User
from core.models import HubImage
from resources.models import GuidePage, LibraryPage, Topic
from translations import groups
from translations.models import (
    Adaptation,
    Assignment,
    GlossaryEntry,
    PassageComment,
    TranslationState,
)

# A word that stands in nothing but drafts. Requests ask for the other one, which stands beside it.
SECRET, BESIDE = "Zedernholz", "Sternwarte"
WORDS = f"{BESIDE} {SECRET}"


@dataclass
class World:
    """The pages, translations and terms of a small hub, and who belongs to the Hindi team."""

    reviewer: User
    translator: User
    foreign_pages: list
    own_page: Page
    homes: dict
    foreign_translations: list
    own_translation: Translation
    foreign_topic: Topic
    source_topic: Topic
    own_topic: Topic
    image: HubImage
    entry: GlossaryEntry
    state: TranslationState


def build(home):
    """Return a `World` under the English home page."""
    homes = {"en": home, **{code: _home(home, code) for code in ("hi", "th")}}
    guides = {code: _section(homes[code]) for code in homes}
    image = HubImage.objects.create(title="Ward", file=_picture())
    read = guide(guides["en"], "read", "Boil the kettle", image=image)
    english = [_draft(guides["en"], image), _changed(guides["en"])]
    translations = {code: _translated(read, code) for code in ("hi", "th")}
    topic = Topic.objects.create(name="Warmth", slug="warmth", locale=home.locale)
    terms = {code: _translated(topic, code) for code in ("hi", "th")}
    thai = [_draft(guides["th"], image)]
    for translation in (translations["th"], terms["th"]):
        _keep_secret(translation)
    _discuss(thai[0])
    return World(
        reviewer=_member(groups.REVIEWERS),
        translator=_member(groups.TRANSLATORS),
        foreign_pages=[*english, *thai],
        own_page=translations["hi"].get_target_instance(),
        homes=homes,
        foreign_translations=[translations["th"], terms["th"]],
        own_translation=translations["hi"],
        foreign_topic=terms["th"].get_target_instance(),
        source_topic=topic,
        own_topic=terms["hi"].get_target_instance(),
        image=image,
        entry=GlossaryEntry.objects.create(
            source_language="en", term="aim", language="th", preferred="เป้าหมาย"
        ),
        state=TranslationState.objects.filter(locale__language_code="th").first(),
    )


def state():
    """Return what must not change, as text: all that is not Hindi, and who may do what."""
    kept = {
        "pages": _rows(Page.objects.exclude(locale__language_code="hi")),
        "guides": _rows(GuidePage.objects.exclude(locale__language_code="hi")),
        "topics": _rows(Topic.objects.exclude(locale__language_code="hi")),
        "translations": _rows(Translation.objects.exclude(target_locale__language_code="hi")),
        "strings": _rows(StringTranslation.objects.exclude(locale__language_code="hi")),
        "overrides": _rows(SegmentOverride.objects.exclude(locale__language_code="hi")),
        "comments": _rows(Comment.objects.all()),
        "remarks": _rows(PassageComment.objects.all()),
        "glossary": _rows(GlossaryEntry.objects.exclude(language="hi")),
        "assignments": _rows(Assignment.objects.exclude(locale__language_code="hi")),
        "adaptations": _rows(Adaptation.objects.all()),
        "users": _rows(User.objects.all(), leave="last_login"),
        "groups": _rows(Group.objects.all()),
        "sites": _rows(Site.objects.all()),
        "locales": _rows(Locale.objects.all()),
        "workflows": _rows(Workflow.objects.all()),
        "revisions": _rows(_foreign_revisions()),
    }
    return {name: json.dumps(rows, default=str) for name, rows in kept.items()}


def _rows(queryset, leave=""):
    rows = queryset.order_by("pk").values()
    return [{name: value for name, value in row.items() if name != leave} for row in rows]


def _foreign_revisions():
    pages = Page.objects.exclude(locale__language_code="hi").values_list("pk", flat=True)
    return Revision.page_revisions.filter(object_id__in=[str(key) for key in pages])


def _home(home, code):
    made = home.copy_for_translation(Locale.objects.get(language_code=code))
    made.save_revision().publish()
    return made


def _section(home):
    there = LibraryPage.objects.child_of(home).filter(slug="guides").first()
    if there is None:
        source = LibraryPage.objects.get(slug="guides", locale__language_code="en")
        there = source.copy_for_translation(home.locale)
        there.save_revision().publish()
    return there


def guide(parent, slug, title, live=True, image=None):
    """Return a new guide under `parent`, with a revision; published unless `live` is false."""
    body = (
        [{"type": "image", "value": {"image": image.pk, "alt_text": "A", "caption": "B"}}]
        if image
        else []
    )
    page = GuidePage(title=title, slug=slug, summary=title, live=live, body=json.dumps(body))
    parent.add_child(instance=page)
    revision = page.save_revision()
    if live:
        revision.publish()
    page.refresh_from_db()
    return page


def _draft(parent, image):
    """Return a page that was never published, with the secret all over it."""
    page = guide(parent, "draft", f"{WORDS} A", live=False, image=image)
    Page.objects.filter(pk=page.pk).update(locked=True)
    return page


def _changed(parent):
    """Return a published page whose newest revision holds the secret."""
    page = guide(parent, "changed", "Nothing to hide")
    page.title = page.summary = page.you_need = f"{WORDS} B"
    page.save_revision(changed=True)
    page.refresh_from_db()
    return page


def _translated(source_instance, code):
    source, _created = TranslationSource.get_or_create_from_instance(source_instance)
    translation = Translation.objects.create(
        source=source, target_locale=Locale.objects.get(language_code=code)
    )
    translation.save_target(publish=True)
    return translation


def _keep_secret(translation):
    """Leave a translation that nobody has published yet."""
    segment = translation.source.stringsegment_set.first()
    StringTranslation.objects.create(
        translation_of=segment.string,
        context=segment.context,
        locale=translation.target_locale,
        data=f"{WORDS} C",
    )
    PassageComment.objects.create(
        translation=translation, context=segment.context, text=f"{WORDS} D"
    )


def _discuss(page):
    """Leave a comment at a page, and hand it in to be approved."""
    author = User.objects.create_user("thai", first_name="Thai")
    Comment.objects.create(page=page, user=author, text=WORDS, contentpath="title")
    Workflow.objects.get().start(page, author)


def _picture():
    file = get_test_image_file()
    return ImageFile(file, name="ward.png")


def _member(kind):
    user = User.objects.create_user(kind, password="x")
    user.groups.add(groups.team("hi", kind))
    return user
