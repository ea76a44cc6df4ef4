"""The search page, its JSON and its suggestions, as a browser gets them."""

import json

import html5lib
import pytest
from django.db import connection

from search.asking import SearchRequest
from search.presenting import page_context
from search.query import SearchResults

ADDRESS = "/en/search/"

GARBAGE = [
    "page=abc",
    "page=99999",
    "page=-1",
    "page=0",
    "page=" + "9" * 400,
    "year=x",
    "year=20200",
    "type=zzz",
    "topic=" + "x" * 5000,
    "language=",
    "country=%F0%9F%98%80",
    "q=" + "a" * 10_000,
    "q=" + "%20".join("abc" * 3 for _ in range(200)),
    "q=%00",
    "q=a%00b",
    "q=%FF%FE",
    "q=!!!",
    "q=%22%27%5C%28%29%2A%3A%5E~%7B%7D%5B%5D",
    "q=NEAR(a%20b)%20AND%20OR%20NOT",
    "q='%3B%20DROP%20TABLE%20search_entry%3B--",
    "q=%25s%20%25(x)s%20%7B0%7D",
    "q=%EE%80%80%EE%80%81",
    "q=%E2%80%8D",
    "q=%F0%9D%92%B3",
    "q=10.1/",
    "format=xml",
    "unknown=1",
    "&".join(f"topic=t{n}" for n in range(500)),
]


@pytest.mark.parametrize("query", GARBAGE)
@pytest.mark.parametrize("path", ["", "suggest/"])
def test_nothing_in_an_address_breaks_the_page(library, client, query, path):
    library.guide("A ward")
    assert client.get(f"{ADDRESS}{path}?{query}").status_code == 200


def test_the_page_shows_hits_marks_and_filters(library, client):
    library.guide("Apgar score", "The <b>apgar</b> score & more", topics=["newborn-care"])
    html = client.get(ADDRESS, {"q": "apgar"}).content.decode()
    assert "Apgar score" in html
    assert "<mark>apgar</mark> score &amp; more" in html
    assert 'name="topic"' in html
    assert 'value="newborn-care"' in html


def test_words_of_a_reader_are_never_markup(library, client):
    html = client.get(ADDRESS, {"q": "<script>alert(1)</script>"}).content.decode()
    assert "<script>alert" not in html


def test_links_keep_the_question_and_the_filters(library, client):
    for number in range(45):
        library.guide(f"Ward {number}", topics=["infection"])
    context = client.get(ADDRESS, {"q": "ward", "topic": "infection", "page": "2"}).context
    assert context["page_links"] == {
        "number": 2,
        "count": 3,
        "previous": "?q=ward&topic=infection",
        "next": "?q=ward&topic=infection&page=3",
    }
    (active,) = context["active_filters"]
    assert (active["label"], active["remove_url"]) == ("Infection", "?q=ward")


def test_another_spelling_keeps_the_filters():
    request = SearchRequest(text="oxigen & air", filters={"topic": ("infection",)}, page=3)
    results = SearchResults(
        total=0, hits=[], facets=[], page=1, num_pages=1, suggestion="oxygen & air"
    )
    address = page_context(request, results)["did_you_mean"]
    assert address == "?q=oxygen+%26+air&topic=infection"


def test_languages_go_first_where_there_is_a_choice(library, client):
    def first_filter():
        return client.get(ADDRESS).context["facets"][0].name

    english = library.guide("Ward")
    assert first_filter() == "type"
    library.translation(english, "hi", "वार्ड")
    assert first_filter() == "language"


def test_a_hit_in_another_language_is_labelled_and_several_can_be_ticked(library, client):
    library.guide("رعاية ward", "ward", language="ar")
    library.guide("वार्ड ward", "ward", language="hi")
    html = client.get(ADDRESS, {"q": "ward", "language": ["ar", "hi"]}).content.decode()
    document = html5lib.parse(html, namespaceHTMLElements=False)
    main = document.find(".//main")
    headings = {each.get("lang"): each[0].get("dir") for each in main.iter("h3")}
    assert headings == {"ar": "rtl", "hi": "ltr"}
    passages = {
        each.get("lang"): each[0].get("dir") for each in main.findall(".//p[@class='brief']")
    }
    assert passages == headings
    names = {each.text: each.get("lang") for each in main.iter("bdi")}
    assert (names["العربية"], names["हिन्दी"]) == ("ar", "hi")


def test_json_has_the_promised_shape(library, client):
    page = library.guide("Apgar score", topics=["newborn-care"])
    answer = client.get(ADDRESS, {"q": "apgar", "format": "json"}).json()
    assert set(answer) == {"total", "results", "facets", "suggestion"}
    assert answer["total"] == 1
    (result,) = answer["results"]
    promised = {"id", "type", "title", "url", "language", "is_outdated", "highlight"}
    assert set(result) == promised
    assert (result["id"], result["type"], result["language"]) == (page.pk, "guide", "en")
    assert result["url"] == page.url
    assert answer["facets"]["topic"] == [
        {"value": "newborn-care", "label": "Newborn-care", "count": 1}
    ]


def test_json_and_html_say_the_same(library, client):
    library.guide("Apgar score")
    library.guide("Ward")
    results = client.get(ADDRESS).context["results"]
    answer = client.get(ADDRESS, {"format": "json"}).json()
    assert [hit.id for hit in results.hits] == [hit["id"] for hit in answer["results"]]
    assert results.total == answer["total"]


@pytest.mark.parametrize("address", [ADDRESS, f"{ADDRESS}?format=json", f"{ADDRESS}suggest/"])
def test_no_cache_keeps_what_may_be_withdrawn(library, client, address):
    assert client.get(address)["Cache-Control"] == "private, no-cache"


def test_suggestions_are_small_and_in_the_readers_language_first(library, client):
    english = library.guide("Breastfeeding in the first hour")
    library.translation(english, "hi", "स्तनपान Breastfeeding")
    for number in range(20):
        library.guide(f"Breastfeeding ward {number}", topics=["breastfeeding-support"])
    response = client.get("/hi/search/suggest/", {"q": "breastf"})
    found = response.json()["suggestions"]
    assert len(found) == 8
    assert [item["language"] for item in found if item["kind"] == "title"][0] == "hi"
    assert len(response.content) < 1000


@pytest.mark.parametrize(
    ("language", "title", "typed"),
    [
        ("hi", "नवजात शिशु", "शि"),
        ("th", "การดูแลทารก", "ทา"),
        ("ar", "رعاية الطفل", "رع"),
        ("my", "ကလေး စောင့်ရှောက်မှု", "ကလေး"),
    ],
)
def test_two_characters_of_any_script_are_enough(library, client, language, title, typed):
    library.guide(title, language=language)
    answer = client.get(f"/{language}/search/suggest/", {"q": typed}).json()
    assert [item["text"] for item in answer["suggestions"]] == [title]


def test_a_page_of_results_costs_the_same_queries_for_few_and_for_many(
    library, client, django_assert_max_num_queries
):
    for number in range(3):
        library.guide(f"Ward {number}", topics=["infection"])
    client.get(ADDRESS, {"q": "ward"})
    # What was found is remembered until something is written.
    library.guide("Ward of another house", topics=["infection"])
    with django_assert_max_num_queries(10) as few:
        client.get(ADDRESS, {"q": "ward"})
    for number in range(30):
        library.guide(f"Ward again {number}", topics=["infection"], settings=["ward"])
    with django_assert_max_num_queries(10) as many:
        client.get(ADDRESS, {"q": "ward"})
    # Where little is found, one more asks for other spellings.
    assert len(many) <= len(few)


def test_a_section_of_the_tree_lists_and_filters_what_is_below_it(library, client):
    guide = library.guide("Apgar score", topics=["newborn-care"])
    library.guide("Ward", topics=["infection"])
    section = guide.get_parent()

    def listed(**asked):
        return [hit.title for hit in client.get(section.url, asked).context["results"].hits]

    assert listed(topic="newborn-care") == ["Apgar score"]
    assert listed(q="ward") == ["Ward"]


@pytest.fixture
def broken_search(settings, django_db_setup, django_db_blocker):
    """A site whose search tables are away, outside of any transaction, as readers meet it."""
    settings.ELASTICSEARCH_URL = ""
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE search_entry RENAME TO search_entry_away")
        yield
        cursor.execute("ALTER TABLE search_entry_away RENAME TO search_entry")


def test_when_search_itself_is_broken_the_reader_is_helped(broken_search, client):
    page = client.get(ADDRESS, {"q": "ward"})
    answer = client.get(ADDRESS, {"q": "ward", "format": "json"})
    suggestions = client.get(f"{ADDRESS}suggest/", {"q": "ward"})
    assert (page.status_code, answer.status_code, suggestions.status_code) == (503, 503, 503)
    assert "search/unavailable.html" in [template.name for template in page.templates]
    assert json.loads(answer.content) == {"error": "unavailable"}
