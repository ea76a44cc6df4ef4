"""Results by fit: the order that the reasons give, and nothing else changed."""

import random
import uuid

import pytest
from django.http import QueryDict
from django.utils import translation

from fit.comparing import FITS, LACKS, compare, rank
from fit.records import facts_of
from fit.setting import Setting
from resources.choices import CareLevel, Caseload
from resources.models import GuidePage, InitiativePage, ResourcePage
from search.asking import SearchRequest, from_parameters
from search.query import run

SEED = 20_261_122
RESOURCES = 40
SETTINGS = 40
ROLES = ["nurses", "midwives", "doctors"]
EQUIPMENT = ["oximeter", "warmer"]
COUNTRIES = ["IN", "LK", "NP"]
EVERYTHING = 100


@pytest.fixture
def chance():
    return random.Random(SEED)


@pytest.fixture
def pages(library, chance):
    """Resources that say much or little of what they take, some of them in Hindi too."""
    made = {}
    for number in range(RESOURCES):
        kind = chance.choice([GuidePage, InitiativePage])
        key = uuid.UUID(int=chance.getrandbits(128))
        said = {
            "care_level": chance.choice(["", *CareLevel.values]),
            "caseload": chance.choice(["", *Caseload.values]),
            "countries": chance.sample(COUNTRIES, chance.randint(0, 2)),
        }
        taken = {
            "team_roles": chance.sample(ROLES, chance.randint(0, 2)),
            "equipment": chance.sample(EQUIPMENT, chance.randint(0, 2)),
        }
        for language in chance.choice([["en"], ["hi"], ["en", "hi"]]):
            page = kind(title=f"Oxygen {number}", translation_key=key, **said)
            library.file(page, taken)
            made.setdefault((kind, language), []).append(page)
    for (_kind, language), together in made.items():
        library.publish_many(together, library.section(language))


def some_setting(chance):
    stated = {
        "level": {chance.choice(CareLevel.values)},
        "country": {chance.choice(COUNTRIES)},
        "role": chance.sample(ROLES, chance.randint(0, 3)),
        "equipment": chance.sample(EQUIPMENT, chance.randint(0, 2)),
        "caseload": {chance.choice(Caseload.values)},
    }
    names = chance.sample(list(stated), chance.randint(1, len(stated)))
    return Setting({name: frozenset(stated[name]) for name in names})


def ask(setting, text, **options):
    return run(SearchRequest("en", text, setting=setting, **options))


def rank_of(reasons):
    statuses = [reason.status for reason in reasons]
    return rank(statuses.count(FITS), statuses.count(LACKS))


@pytest.mark.parametrize("text", ["", "oxygen"])
def test_the_best_fit_comes_first_and_nothing_else_changes(pages, engine, chance, text):
    usual = ask(Setting(), text, page_size=EVERYTHING)
    usual_order = {hit.id: place for place, hit in enumerate(usual.hits)}
    for _ in range(SETTINGS):
        setting = some_setting(chance)
        found = ask(setting, text, page_size=EVERYTHING)
        assert (found.total, found.facets) == (usual.total, usual.facets)
        keys = [(hit.language != "en", rank_of(hit.fit), usual_order[hit.id]) for hit in found.hits]
        assert keys == sorted(keys), f"seed {SEED}, {setting}"
        assert len(keys) == len(usual_order)


def test_what_a_hit_says_of_its_fit_is_what_its_page_says(pages, engine, chance):
    for _ in range(5):
        setting = some_setting(chance)
        for hit in ask(setting, "oxygen", page_size=EVERYTHING).hits:
            page = ResourcePage.objects.get(pk=hit.id).specific
            with translation.override("en"):
                said = {
                    (each.criterion.name, each.status, frozenset(name.text for name in each.about))
                    for each in compare(setting, facts_of(page))
                }
            assert said == {
                (each.criterion.name, each.status, frozenset(name.text for name in each.about))
                for each in hit.fit
            }


def test_pages_of_results_follow_one_another_without_gaps(pages, engine, chance):
    setting = some_setting(chance)
    whole = [hit.id for hit in ask(setting, "oxygen", page_size=EVERYTHING).hits]
    parts = [
        hit.id
        for number in range(1, -(-len(whole) // 7) + 1)
        for hit in ask(setting, "oxygen", page_size=7, page=number).hits
    ]
    assert parts == whole


def test_a_setting_counts_only_where_sorting_by_it_is_asked_for():
    stated = "q=oxygen&here_level=primary"
    assert not from_parameters(QueryDict(stated), "en").setting
    assert not from_parameters(QueryDict(f"{stated}&sort=age"), "en").setting
    assert from_parameters(QueryDict(f"{stated}&sort=fit"), "en").setting


@pytest.mark.parametrize("place", ["/en/search/", "/en/library/"])
def test_links_filters_and_the_form_keep_the_sort(pages, client, place):
    stated = "sort=fit&here_level=primary&here_role=none"
    html = client.get(f"{place}?topic=x&type=guide&type=initiative&{stated}").text
    plain = client.get(f"{place}?{stated}").text
    escaped = stated.replace("&", "&amp;")
    assert 'href="?page=2' not in plain
    assert f"?{escaped}&amp;page=2" in plain
    assert f"type=guide&amp;type=initiative&amp;{escaped}" in html
    assert plain.count('type="hidden"') == 3
    assert f"/en/fit/?{escaped}&amp;next={place}" in plain
    assert "Usual order" in plain


def test_json_is_sorted_too_and_keeps_its_shape(pages, client):
    by_fit = client.get("/en/search/?format=json&sort=fit&here_level=primary").json()
    usual = client.get("/en/search/?format=json").json()
    assert by_fit.keys() == usual.keys()
    assert by_fit["total"] == usual["total"]
    assert by_fit["results"] != usual["results"]
