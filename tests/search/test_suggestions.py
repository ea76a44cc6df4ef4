"""What is suggested to a reader who types: from two characters on, in any script, to nobody less
than what readers may see.
"""

import gzip
from pathlib import Path

import brotli
import pytest
from django.conf import settings
from django.utils import timezone
from wagtail.models import PageViewRestriction

from core.models import SiteIdentity
from search.beginnings import MOST_BYTES, as_typed, beginnings
from search.models import Entry, FrequentQuestion
from search.suggestions import MOST, suggest

ADDRESS = "/en/search/suggest/"

# Titles of the same kind in each language, and how readers begin to type one of their words.
TYPED = {
    "hi": ("नवजात शिशु की देखभाल", ("नव", "शि", "दे", "नवजात शि")),
    "bn": ("নবজাতকের যত্ন", ("নব", "যত", "নবজাতকের য")),
    "ne": ("नवजात शिशुको हेरचाह", ("नव", "शि", "हे")),
    "ta": ("பச்சிளம் குழந்தை பராமரிப்பு", ("பச", "கு", "பர", "குழந்தை ப")),
    "si": ("අලුත උපන් බිළිඳුන්", ("අල", "උප", "බි")),
    "th": ("การดูแลทารกแรกเกิด", ("กา", "ดู", "ทา", "ดูแลทา", "แร")),
    "my": ("ကလေးစောင့်ရှောက်မှု", ("ကလ", "စေ", "ကလေးစော")),
    "id": ("Perawatan bayi baru lahir", ("pe", "BA", "la", "bayi bar")),
    "ar": ("رعاية الطفل في المستشفى", ("رع", "ال", "طف", "مس", "رعاية الط")),
    "ur": ("نوزائیدہ بچے کی دیکھ بھال", ("نو", "بچ", "دی", "دیکھ ب")),
    "fr": ("L’enfant né à l’hôpital", ("l'e", "en", "ho", "l’enfant ne", "HÔ")),
    "zh": ("新生儿护理", ("新生", "护理", "新生儿护")),
}


@pytest.fixture
def engine(settings):
    """The database alone: no other engine is asked for suggestions."""
    settings.ELASTICSEARCH_URL = ""
    return "database"


def texts(typed, language="en"):
    return [suggestion.text for suggestion in suggest(typed, language)]


@pytest.mark.parametrize("language", sorted(set(TYPED) - {"zh"}))
def test_two_characters_of_any_script_are_enough(library, language):
    title, beginnings_typed = TYPED[language]
    library.guide(title, language=language)
    for typed in beginnings_typed:
        assert texts(typed, language) == [title], typed


@pytest.mark.parametrize("language", sorted(TYPED))
def test_what_is_kept_of_a_title_begins_as_it_is_typed(language):
    title, beginnings_typed = TYPED[language]
    kept = beginnings(title, language)
    assert kept[0] == as_typed(title)
    for typed in beginnings_typed:
        assert any(each.startswith(as_typed(typed)) for each in kept), typed
    assert max(map(len, kept)) <= MOST_BYTES


def test_words_of_grammar_begin_nothing():
    assert beginnings("Care of the newborn", "en") == [b"care of the newborn", b"newborn"]


def test_the_order_is_own_language_then_place_in_the_title(library):
    library.guide("Safe oxygen")
    library.guide("Oxygen on the ward")
    library.guide("Oxygène au service", language="fr")
    assert texts("oxyg", "en") == ["Oxygen on the ward", "Safe oxygen", "Oxygène au service"]
    assert texts("oxyg", "fr") == ["Oxygène au service", "Oxygen on the ward", "Safe oxygen"]


def test_words_typed_in_another_order_are_found_last(library):
    library.guide("Hand washing on the ward")
    library.guide("Ward hand rub")
    assert texts("ward hand") == ["Ward hand rub", "Hand washing on the ward"]
    assert texts("ward rub wash") == []


def test_a_resource_is_offered_once_in_the_nearest_language(library):
    english = library.guide("Kangaroo care")
    library.translation(english, "hi", "कंगारू Kangaroo")
    (suggestion,) = suggest("kanga", "hi")
    assert (suggestion.text, suggestion.language) == ("कंगारू Kangaroo", "hi")
    assert texts("kanga", "fr") == ["Kangaroo care"]


def test_titles_that_are_alike_are_offered_once(library):
    for _ in range(3):
        library.guide("Oxygen")
    assert texts("oxy") == ["Oxygen"]


def test_topics_come_first_and_leave_room_for_titles(library):
    topics = [f"feeding-{n}" for n in range(6)]
    library.guide("Feeding at night", topics=topics)
    kinds = [suggestion.kind for suggestion in suggest("feed", "en")]
    assert kinds == ["topic"] * 3 + ["title"] + ["topic"] * 3


def test_a_topic_without_resources_is_not_offered(library):
    library.term("topics", "jaundice")
    library.guide("Other")
    assert texts("jaun") == []


def test_a_topic_is_named_in_the_language_of_the_reader(library):
    library.guide("Other", topics=["jaundice"])
    hindi = library.term("topics", "jaundice").copy_for_translation(library.section("hi").locale)
    hindi.name = "पीलिया"
    hindi.save()
    (suggestion,) = suggest("पी", "hi")
    assert (suggestion.text, suggestion.language, suggestion.kind) == ("पीलिया", "hi", "topic")


def test_a_question_that_many_ask_is_offered_while_it_is_answered(library):
    page = library.guide("Oxygen", "saturation targets")
    question = "saturation targets"
    FrequentQuestion.objects.create(
        language="en",
        question=question,
        beginning=as_typed(question),
        text=question,
        asked=5,
        answer=page.pk,
    )
    (suggestion,) = suggest("satur", "en")
    assert (suggestion.text, suggestion.language, suggestion.kind) == (question, "en", "question")
    with library.committed():
        page.unpublish()
    assert texts("satur") == []


def unpublish(page):
    page.unpublish()


def restrict(page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def expire(page):
    Entry.objects.filter(pk=page.pk).update(expires_at=timezone.now())


def withhold_its_language(page):
    setting = SiteIdentity.load()
    setting.languages = ["fr"]
    setting.save()


@pytest.mark.parametrize("hide", [unpublish, restrict, expire, withhold_its_language])
def test_what_is_hidden_is_suggested_no_more(library, hide):
    page = library.guide("Bilirubin light", language="hi", topics=["jaundice"])
    typed = ("bili", "light", "light bili", "jaun")
    assert all(texts(each, "hi") for each in typed)
    with library.committed():
        hide(page)
    assert not any(texts(each, "hi") for each in typed)


def test_draft_words_of_a_live_page_are_not_suggested(library):
    page = library.guide("Bilirubin light")
    page.title = "Kernicterus"
    with library.committed():
        page.save_revision()
    assert texts("kern") == []
    assert texts("bili") == ["Bilirubin light"]


def test_what_is_asked_and_answered_stays_small_and_quick(
    library, client, django_assert_max_num_queries
):
    for number in range(20):
        library.guide(f"Oxygen saturation on ward {number}", topics=["oxygen-therapy"])
    client.get(ADDRESS, {"q": "ox"})
    for typed in ("ox", "oxygen sat", "ward oxy"):
        with django_assert_max_num_queries(3):
            answer = client.get(ADDRESS, {"q": typed}, headers={"Accept-Encoding": "gzip"})
        assert len(gzip.decompress(answer.content)) < 1000
        assert len(answer.content) < 500
    assert len(texts("ox")) == MOST


def test_the_script_is_small():
    script = Path(settings.STATICFILES_DIRS[0], "js", "suggest.js").read_bytes()
    assert len(brotli.compress(script)) < 1500


@pytest.mark.parametrize("typed", ["", " ", "!?", "\x00", "a" * 5000, "%s", "a " * 500, "\u200d"])
def test_nothing_typed_breaks_it(library, typed):
    library.guide("Ward")
    assert texts(typed) == []
