"""Other expressions for what was asked: editors write them down, and the next question has them."""

import pytest
from django.core.cache import cache
from django.db import connection, transaction

from core.models import SiteIdentity
from search import synonyms
from search.analysis import analyse
from search.models import SearchTerm
from search.synonyms import alternatives

pytestmark = pytest.mark.django_db


@pytest.fixture
def english_term(english):
    return SearchTerm.objects.create(
        name="kangaroo mother care", alternatives="KMC\nskin-to-skin care", locale=english
    )


@pytest.fixture
def hindi_term(english_term, hindi):
    return SearchTerm.objects.create(
        name="कंगारू मदर केयर",
        alternatives="केएमसी",
        locale=hindi,
        translation_key=english_term.translation_key,
    )


def asked(text, reader="en"):
    """Return what a question stands for: {its passage: texts}."""
    words = tuple(token.exact for token in analyse(text, reader))
    return {
        " ".join(words[found.start : found.end]): [text for text, _language in found.expressions]
        for found in alternatives(words, reader)
    }


def test_an_abbreviation_stands_for_its_expansion_and_the_other_way_round(english_term):
    assert asked("KMC at night") == {"kmc": ["kangaroo mother care", "skin-to-skin care"]}
    assert asked("Kangaroo mother care") == {"kangaroo mother care": ["KMC", "skin-to-skin care"]}


def test_the_readers_language_comes_first_and_preferred_expressions_before_others(hindi_term):
    assert asked("KMC") == {
        "kmc": ["kangaroo mother care", "skin-to-skin care", "कंगारू मदर केयर", "केएमसी"]
    }
    assert asked("KMC", "hi") == {
        "kmc": ["कंगारू मदर केयर", "केएमसी", "kangaroo mother care", "skin-to-skin care"]
    }


def test_an_expression_says_which_language_it_is_in(hindi_term):
    (found,) = alternatives(("केएमसी",), "hi")
    assert (found.start, found.end) == (0, 1)
    assert ("कंगारू मदर केयर", "hi") in found.expressions
    assert ("KMC", "en") in found.expressions


def test_the_longest_expression_wins(english_term, english):
    SearchTerm.objects.create(name="care", alternatives="nursing", locale=english)
    assert list(asked("nursing and skin to skin care")) == ["nursing", "skin to skin care"]


@pytest.mark.parametrize(
    ("name", "text", "language"),
    [
        ("birth companion", "birth companions", "en"),
        ("infection", "infections", "fr"),
        ("रोग", "रोगों", "hi"),
        ("عدوى", "العدوى", "ar"),
    ],
)
def test_a_plural_or_an_article_does_not_hide_an_expression(name, text, language, english):
    locale = type(english).objects.get(language_code=language)
    SearchTerm.objects.create(name=name, alternatives="XYZ", locale=locale)
    assert list(asked(text, language).values()) == [["XYZ"]]


def test_an_abbreviation_of_two_concepts_stands_for_both(english_term, english):
    SearchTerm.objects.create(
        name="knowledge management centre", alternatives="KMC", locale=english
    )
    assert set(asked("KMC")["kmc"]) == {
        "kangaroo mother care",
        "skin-to-skin care",
        "knowledge management centre",
    }


@pytest.mark.parametrize("text", ["COVID-19", "covid 19", "COVID19"])
def test_it_does_not_matter_where_an_expression_is_parted(text, english):
    SearchTerm.objects.create(name="coronavirus disease", alternatives="COVID 19", locale=english)
    assert "coronavirus disease" in next(iter(asked(text).values()))


def test_an_expression_is_found_within_a_script_without_spaces(english_term):
    thai = type(english_term.locale).objects.get(language_code="th")
    SearchTerm.objects.create(
        name="ไข้หวัดใหญ่", locale=thai, translation_key=english_term.translation_key
    )
    assert any("KMC" in texts for texts in asked("การป้องกันไข้หวัดใหญ่ในเด็ก", "th").values())


def test_a_word_of_the_readers_language_is_not_taken_for_one_of_another(english):
    french = type(english).objects.get(language_code="fr")
    SearchTerm.objects.create(name="pain", alternatives="ache", locale=english)
    SearchTerm.objects.create(name="pain", alternatives="baguette", locale=french)
    assert asked("pain", "fr") == {"pain": ["baguette"]}
    assert asked("pain", "hi") == {"pain": ["ache"]}


def test_what_stands_in_brackets_explains_and_is_not_searched_for(english_term, hindi):
    SearchTerm.objects.create(
        name="कंगारू देखभाल (माँ की गोद में)",
        locale=hindi,
        translation_key=english_term.translation_key,
    )
    assert "कंगारू देखभाल" in asked("KMC", "hi")["kmc"]
    assert asked("कंगारू देखभाल", "hi")


def test_what_an_editor_changes_shows_with_the_next_question(english_term):
    assert asked("KMC")
    english_term.alternatives = "cuddling"
    english_term.save()
    assert not asked("KMC")
    assert asked("cuddling") == {"cuddling": ["kangaroo mother care"]}
    english_term.delete()
    assert not asked("cuddling")


def test_what_another_process_has_written_shows_as_soon_as_the_cache_says_so(english_term):
    assert asked("KMC")
    SearchTerm.objects.filter(pk=english_term.pk)._raw_delete(using="default")
    assert asked("KMC")
    cache.clear()
    assert not asked("KMC")


def test_a_question_costs_no_query(hindi_term, django_assert_num_queries):
    asked("KMC")
    with django_assert_num_queries(0):
        assert asked("KMC for newborns", "hi")


def test_a_language_that_is_not_offered_gives_nothing(hindi_term):
    SiteIdentity.objects.update_or_create(defaults={"languages": ["en", "fr"]})
    cache.clear()
    assert asked("KMC") == {"kmc": ["kangaroo mother care", "skin-to-skin care"]}
    assert asked("केएमसी") == {}


def test_one_passage_stands_for_a_limited_number_of_expressions(english):
    for number in range(60):
        SearchTerm.objects.create(name=f"concept {number}", alternatives="XYZ", locale=english)
    assert len(asked("xyz")["xyz"]) == synonyms.MOST_EXPRESSIONS


def test_without_the_vocabulary_a_question_stands_for_itself(english_term, caplog):
    savepoint = transaction.savepoint()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE search_searchterm RENAME TO search_away")
    assert asked("KMC") == {}
    transaction.savepoint_rollback(savepoint)
    assert "vocabulary cannot be read" in caplog.text
    assert asked("KMC")


def test_a_question_without_words_stands_for_nothing(english_term):
    assert alternatives((), "en") == []
