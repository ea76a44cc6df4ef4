"""Taxonomies: one slug, a name in every language, and how readers are shown them."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from resources.models import Audience, GuidePage, ResourceAudience, ResourceTopic, Topic
from resources.terms import terms_of


@pytest.fixture
def topic(english):
    return Topic.objects.create(name="Newborn care", slug="newborn-care", locale=english)


@pytest.fixture
def hindi_topic(topic, hindi):
    translated = topic.copy_for_translation(hindi)
    translated.name = "नवजात देखभाल"
    translated.save()
    return translated


@pytest.fixture
def filed_guide(guide, topic, english):
    guide.topics = [ResourceTopic(term=topic)]
    midwives = Audience.objects.create(name="Midwives", slug="midwives", locale=english)
    guide.audiences = [ResourceAudience(term=midwives)]
    guide.save_revision().publish()
    return guide


def test_a_slug_is_made_from_the_name(english):
    term = Topic(name="Kangaroo mother care", locale=english)
    term.full_clean()
    assert term.slug == "kangaroo-mother-care"


def test_a_name_without_latin_letters_asks_for_a_slug(english):
    with pytest.raises(ValidationError, match="Latin letters"):
        Topic(name="देखभाल", locale=english).full_clean()


def test_a_taken_slug_is_refused_in_words(topic, english):
    with pytest.raises(ValidationError, match="is taken"):
        Topic(name="Other", slug="newborn-care", locale=english).full_clean()


def test_another_language_may_have_the_same_slug(hindi_topic):
    hindi_topic.full_clean()
    assert hindi_topic.slug == "newborn-care"


def test_a_reader_sees_the_term_in_her_language(filed_guide, hindi_topic):
    found = terms_of(filed_guide, "hi")["topics"]
    assert found == [
        {
            "name": "नवजात देखभाल",
            "slug": "newborn-care",
            "lang": "hi",
            "dir": "ltr",
            "url": reverse("topic", args=["newborn-care"]),
        }
    ]


def test_a_term_without_a_name_in_the_language_says_which_it_comes_in(filed_guide):
    found = terms_of(filed_guide, "ar")["topics"][0]
    assert (found["name"], found["lang"], found["dir"]) == ("Newborn care", "en", "ltr")


def test_nepali_readers_get_the_hindi_name_before_the_english(filed_guide, hindi_topic):
    assert terms_of(filed_guide, "ne")["topics"][0]["lang"] == "hi"


def test_all_that_a_resource_is_filed_under_takes_one_query(
    filed_guide, hindi_topic, django_assert_num_queries
):
    with django_assert_num_queries(1):
        found = terms_of(filed_guide, "hi")
    assert [term["name"] for term in found["audiences"]] == ["Midwives"]
    assert found["settings"] == found["methods"] == []


def test_a_deleted_topic_leaves_the_page_readable(filed_guide, topic, client):
    topic.delete()
    response = client.get(filed_guide.url)
    assert response.status_code == 200
    assert "Newborn care" not in response.text


def test_a_page_leads_to_its_topic_and_to_others_for_its_audience(filed_guide, client):
    html = client.get(filed_guide.url).text
    assert 'href="/en/topics/newborn-care/"' in html
    assert 'href="/en/search/?audience=midwives"' in html


def test_a_translated_page_is_found_by_its_topic_in_its_own_language(
    filed_guide, hindi_topic, hindi
):
    translated = filed_guide.copy_for_translation(hindi, copy_parents=True)
    translated.save_revision().publish()
    page = GuidePage.for_search_index(GuidePage.objects.filter(pk=translated.pk)).get()
    assert "नवजात देखभाल" in page.get_search_record().keywords
    source = GuidePage.for_search_index(GuidePage.objects.filter(pk=filed_guide.pk)).get()
    assert "Newborn care" in source.get_search_record().keywords
