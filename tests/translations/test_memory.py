"""What was translated before is offered for passages that are the same or nearly so."""

from uuid import uuid4

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from wagtail.models import Locale
from wagtail_localize.models import (
    String,
    StringTranslation,
    TranslatableObject,
    TranslationContext,
)
from wagtail_localize.strings import StringValue

from resources.models import GuidePage
from translations.memory import matches
from translations.models import CarriedOver, MemoryKey

WASH = "Wash your hands before you touch a baby, every time."
HINDI = "शिशु को छूने से पहले हर बार हाथ धोएँ।"


@pytest.fixture
def place(db):
    """Return a function that gives a place in a page for a passage."""
    page = TranslatableObject.objects.create(
        translation_key=uuid4(), content_type=ContentType.objects.get_for_model(GuidePage)
    )
    return lambda path: TranslationContext.objects.create(object=page, path=path)


@pytest.fixture
def keep(english, hindi, place):
    """Return a function that keeps a translation of a passage, as wagtail-localize does."""

    def keep_translation(source, translated, into=hindi, **fields):
        string = String.from_value(english, StringValue(source))
        defaults = {"translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL, **fields}
        return StringTranslation.objects.create(
            translation_of=string,
            context=place(f"body.{string.pk}"),
            locale=into,
            data=translated,
            **defaults,
        )

    return keep_translation


def test_the_same_passage_comes_first_and_one_like_it_after(keep, english, hindi):
    keep("Wash your hands before you touch a mother, every time.", "माँ को छूने से पहले हाथ धोएँ।")
    keep(WASH, HINDI)
    keep("Count the beds of the ward.", "वार्ड के बिस्तर गिनें।")
    found = matches([WASH, "Nothing like it was ever translated."], english, hindi)
    assert [(match.text, match.score) for match in found[WASH]] == [
        (HINDI, 100),
        ("माँ को छूने से पहले हाथ धोएँ।", 90),
    ]
    assert found["Nothing like it was ever translated."] == []


def test_another_markup_or_capital_is_nearly_the_same(keep, english, hindi):
    keep(WASH, HINDI)
    changed = WASH.replace("Wash", "<b>WASH</b>")
    (match,) = matches([changed], english, hindi)[changed]
    assert (match.text, match.score, match.source) == (HINDI, 99, WASH)


def test_a_passage_is_found_in_a_script_without_spaces(place, hindi):
    thai = Locale.objects.get(language_code="th")
    source = String.from_value(thai, StringValue("ล้างมือก่อนสัมผัสทารกทุกครั้ง"))
    StringTranslation.objects.create(
        translation_of=source,
        context=place("title"),
        locale=hindi,
        data=HINDI,
        translation_type="manual",
    )
    asked = "ล้างมือก่อนสัมผัสทารกทุกครั้ง"
    assert [match.score for match in matches([asked], thai, hindi)[asked]] == [100]


def test_another_language_is_not_asked(keep, english, hindi):
    keep(WASH, "Lavez-vous les mains.", Locale.objects.get(language_code="fr"))
    assert matches([WASH], english, hindi) == {WASH: []}


def test_what_nobody_stands_for_is_not_offered(keep, english, hindi):
    keep(WASH, HINDI, translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE)
    carried = keep("Wash your hands before you touch a mother.", "माँ को छूने से पहले।")
    CarriedOver.objects.create(translation=carried, source_text="Wash them.")
    keep("Wash your hands before you touch anything.", "<p>ग़लत", has_error=True)
    assert matches([WASH], english, hindi) == {WASH: []}


def test_a_match_says_on_which_page_it_stands(translated, english, hindi):
    (match,) = matches(["Before every touch."], english, hindi)["Before every touch."]
    assert (match.text, match.where) == ("हर स्पर्श से पहले।", "हाथ धोएँ")


def test_a_page_of_passages_costs_three_queries(keep, english, hindi, django_assert_num_queries):
    for number in range(20):
        keep(f"Wash your hands in step {number} of the day.", f"कदम {number} में हाथ धोएँ।")
    texts = [f"Wash your hands in step {number} of each day." for number in range(60)]
    with django_assert_num_queries(3):
        found = matches(texts, english, hindi)
    assert all(len(found[text]) == 3 for text in texts)


def test_passages_from_before_the_memory_are_remembered_by_the_migration(keep, english, hindi):
    keep(WASH, HINDI)
    MemoryKey.objects.all().delete()
    changed = WASH.replace("baby", "newborn")
    assert matches([changed], english, hindi) == {changed: []}
    loader = MigrationLoader(connection)
    migration = loader.get_migration("translations", "0003_remember_passages")
    state = loader.project_state(("translations", "0003_remember_passages"))
    migration.operations[0].code(state.apps, None)
    assert [match.text for match in matches([changed], english, hindi)[changed]] == [HINDI]
