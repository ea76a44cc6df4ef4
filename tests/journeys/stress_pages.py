"""Pages that test what readers see at the edges of what editors may write."""

from datetime import date
from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.core.files.images import ImageFile
from PIL import Image
from wagtail.models import Locale

from core.models import HubImage
from home.models import HomePage
from resources.models import (
    CaseStudyPage,
    EpisodePage,
    GuidePage,
    InitiativePage,
    LibraryPage,
    PodcastPage,
    SynthesisPage,
    Topic,
)
from resources.models.filing import ResourceTopic

PATHS = (
    "edges/long-title",
    "edges/empty",
    "edges/unbroken",
    "edges/unbroken-initiative",
    "edges/unbroken-case",
    "edges/unbroken-synthesis",
    "edges/no-image",
    "edges/small-image",
    "edges/withdrawn",
    "edge-podcast/unbroken-episode",
)
WORD = "thermoregulation" * 12 + "together"
LONG_TITLE = ("A long title about the care of small and sick newborns " * 5)[:255].strip()
PASSED = date(2020, 1, 31)
ADDRESS = "https://example.org/" + "a" * 200
DRAWING = Path(settings.BASE_DIR, "hub", "demo", "images", "fishbone.png")


def build():
    """Publish a section of such pages under the English home."""
    english = Locale.objects.get(language_code="en")
    section = LibraryPage(title="Edges", slug="edges", introduction=f"{WORD} and more")
    section.locale = english
    HomePage.objects.get(locale=english).add_child(instance=section)
    section.save_revision().publish()
    for page in (
        GuidePage(slug="long-title", title=LONG_TITLE, summary=LONG_TITLE),
        GuidePage(slug="empty", title="Empty", summary="Nothing below."),
        _unbroken_guide(),
        _unbroken_initiative(),
        _unbroken_case(),
    ):
        _publish(section, page)
    _publish_synthesis(section)
    _publish_without_image(section)
    _publish_with_small_image(section)
    _publish_withdrawn(section)
    _publish_podcast(section.get_parent().specific)


def _publish(section, page):
    page.locale = section.locale
    section.add_child(instance=page)
    page.save_revision().publish()
    return page


def _unbroken_guide():
    long_row = [WORD, *(f"Column {number}" for number in range(8))]
    return GuidePage(
        slug="unbroken",
        title=WORD,
        summary=WORD,
        you_need=WORD,
        contributors=[("person", {"name": WORD, "role": WORD[:100], "affiliation": WORD})],
        source_name=WORD,
        source_url=ADDRESS,
        body=[
            ("heading", {"text": WORD, "level": "h2"}),
            ("paragraph", f'<p>{WORD} <a href="{ADDRESS}">{ADDRESS}</a></p>'),
            ("heading", {"text": "The same", "level": "h2"}),
            ("callout", {"kind": "tip", "title": WORD[:120], "text": f"<ul><li>{WORD}</li></ul>"}),
            ("heading", {"text": "The same", "level": "h2"}),
            ("steps", [{"title": WORD, "text": f"<p>{WORD}</p>"}]),
            ("table", {"data": [long_row, long_row], "table_caption": WORD}),
            ("references", [{"text": WORD, "url": ADDRESS}, {"text": ADDRESS, "url": ""}]),
        ],
    )


def _unbroken_initiative():
    told = f"<p>{WORD}</p>"
    return InitiativePage(
        slug="unbroken-initiative",
        title=f"{WORD} again",
        summary=WORD,
        problem=told,
        aim=told,
        change=told,
        result=told,
        outcome="did_not_work",
        journal=WORD,
        year=2020,
        pages=WORD[:60],
        keywords=WORD,
        facility_name=WORD,
        facility_place=WORD,
        contributors=[("person", {"name": WORD, "role": "", "affiliation": ""})],
        **_unbroken_record(),
    )


def _unbroken_record():
    short = WORD[:100]
    cycle = dict.fromkeys(("title", "plan", "prediction", "do", "study", "next_step", "why"), WORD)
    measure = dict.fromkeys(("name", "numerator", "denominator", "collected"), WORD)
    measure |= {"unit": WORD[:60], "goal": "123456789.123", "data": f"{WORD[:60]}\t1\n2021-02\t2"}
    measure["changes"] = [{"when": "2021-02", "what": WORD}]
    measure["reported"] = [{"what": WORD, "value": WORD}]
    branches = [{"category": short, "causes": [WORD]}]
    return {
        "team": [("member", {"role": short, "number": 12, "task": WORD})],
        "aim_what": WORD,
        "causes": [
            ("fishbone", {"effect": WORD, "branches": branches}),
            ("whys", {"problem": WORD, "whys": [WORD]}),
            ("pareto", {"title": WORD, "counts": [{"cause": WORD, "count": 1_000_000}]}),
        ],
        "measures": [("measure", measure)],
        "change_ideas": [("idea", {"idea": WORD, "reason": WORD})],
        "cycles": [("cycle", {**cycle, "act": "abandon", "outcome": "not_sustained"})],
        "cost_money": WORD,
    }


def _unbroken_case():
    told = f"<p>{WORD}</p>"
    return CaseStudyPage(
        slug="unbroken-case",
        title=f"{WORD} case",
        summary=WORD,
        **dict.fromkeys(("context", "problem", "change", "result", "lessons", "otherwise"), told),
        outcome="not_sustained",
        facility_name=WORD,
        facility_place=WORD,
    )


def _publish_synthesis(section):
    """A record with endless words and numbers, and what is made of it."""
    topic = Topic.objects.create(locale=section.locale, name=WORD[:120], slug="unbroken")
    record = _unbroken_case()
    record.slug, record.title = "unbroken-record", f"{WORD} record"
    reported = [{"what": WORD[:200], "value": f"{'9' * 190}%"}]
    record.measures = [("measure", {"name": WORD[:200], "reported": reported})]
    record.cycles = [("cycle", {"title": WORD, "outcome": "did_not_work"})]
    record.topics = [ResourceTopic(term=topic)]
    _publish(section, record)
    page = SynthesisPage(
        slug="unbroken-synthesis",
        title=f"{WORD} synthesis",
        summary=WORD,
        changes=[("change", {"change": WORD, "records": [record]})],
        certainty="very_low",
        certainty_reason=WORD,
        certainty_by=WORD,
        certainty_on=PASSED,
        topics=[ResourceTopic(term=topic)],
    )
    _publish(section, page)


def _publish_without_image(section):
    """A page whose cover's file is gone, and whose figure's image was deleted."""
    lost, deleted = (_image("lost.png"), _image("deleted.png"))
    figure = ("image", {"image": deleted, "alt_text": "", "caption": "What is left"})
    page = GuidePage(slug="no-image", title="No image", summary="Its pictures are gone.")
    page.image, page.body = lost, [figure, ("paragraph", "<p>The text stays.</p>")]
    _publish(section, page)
    deleted.delete()
    lost.file.storage.delete(lost.file.name)


def _publish_with_small_image(section):
    """A page whose picture is smaller than any width that pages show."""
    buffer = BytesIO()
    Image.new("RGB", (60, 40), "teal").save(buffer, "JPEG")
    small = HubImage.objects.create(title="Small", file=ImageFile(buffer, name="small.jpg"))
    page = GuidePage(slug="small-image", title="Small image", summary="A small picture.")
    page.image = small
    page.body = [("image", {"image": small, "alt_text": "A swatch", "caption": ""})]
    _publish(section, page)


def _image(name):
    with DRAWING.open("rb") as file:
        return HubImage.objects.create(title=name, file=ImageFile(file, name=name))


def _publish_withdrawn(section):
    """A page withdrawn and superseded, overdue, whose topic and related page are gone."""
    topic = Topic.objects.create(locale=section.locale, name="Deleted topic", slug="deleted-topic")
    hidden = _publish(section, GuidePage(slug="hidden", title="Hidden", summary="Not shown."))
    newer = _publish(section, GuidePage(slug="newer", title="Newer", summary="Read this one."))
    page = GuidePage(
        slug="withdrawn",
        title="Withdrawn",
        summary="Old advice.",
        superseded_by=newer,
        withdrawn_on=PASSED,
        withdrawn_reason=WORD,
        review_due_on=PASSED,
        related=[("resource", hidden)],
        topics=[ResourceTopic(term=topic)],
    )
    _publish(section, page)
    topic.delete()
    hidden.unpublish()


def _publish_podcast(home):
    """A show and an episode at the edges: no cover, sound elsewhere, one endless word."""
    show = PodcastPage(slug="edge-podcast", title=WORD, introduction=WORD, locale=home.locale)
    home.add_child(instance=show)
    show.save_revision().publish()
    episode = EpisodePage(
        slug="unbroken-episode",
        title=f"{WORD} episode",
        summary=WORD,
        audio_url=f"{ADDRESS}.mp3",
        audio_type="audio/mpeg",
        is_synthetic=True,
        transcript=f"WEBVTT\n\n00:00.000 --> 00:09.000\n<v {WORD}>{WORD}</v>\n",
        chapters=[("chapter", {"start": "0:05", "title": WORD[:200], "url": ADDRESS})],
        contributors=[("person", {"name": WORD[:200], "role": "host", "affiliation": WORD})],
    )
    _publish(show, episode)
