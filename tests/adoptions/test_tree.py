"""The tree has no circles, and what it counts follows its rows."""

import uuid

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from adoptions.branches import DEEPEST, branches
from adoptions.choices import Status
from adoptions.ladder import ladder
from adoptions.models import Adoption
from adoptions.reading import published_on


def tree(page):
    return [(row.pk, row.depth) for row in published_on(page.translation_key, "en")]


def rungs(page, countries=()):
    rows = published_on(page.translation_key, "en")
    return [rung.number for rung in ladder(rows, countries)]


def test_adoptions_stand_below_what_they_grew_out_of(initiative, adopt):
    first = adopt(initiative)
    second = adopt(initiative)
    below = adopt(initiative, adapted_from=first)
    lowest = adopt(initiative, adapted_from=below)
    assert tree(initiative) == [(first.pk, 0), (below.pk, 1), (lowest.pk, 2), (second.pk, 0)]


def test_the_tree_goes_on_below_a_record_that_grew_out_of_another(initiative, other, adopt):
    first = adopt(initiative, own_record_key=other.translation_key)
    below = adopt(other)
    assert tree(initiative) == [(first.pk, 0), (below.pk, 1)]
    assert tree(other) == [(below.pk, 0)]
    (row, _below) = published_on(initiative.translation_key, "en")
    assert row.own_record.pk == other.pk


def test_an_adoption_is_not_adapted_from_itself_or_from_what_came_of_it(initiative, adopt):
    first = adopt(initiative)
    second = adopt(initiative, adapted_from=first)
    third = adopt(initiative, adapted_from=second)
    for parent in (first, second, third):
        first.adapted_from = parent
        with pytest.raises(ValidationError):
            first.save()
        with pytest.raises(ValidationError):
            first.full_clean()
    assert Adoption.objects.get(pk=first.pk).adapted_from is None


def test_the_database_too_refuses_an_adoption_of_itself(initiative, adopt):
    first = adopt(initiative)
    with pytest.raises(IntegrityError), transaction.atomic():
        Adoption.objects.filter(pk=first.pk).update(adapted_from=first)


def test_two_records_are_not_adapted_from_each_other(initiative, other, adopt):
    adopt(initiative, own_record_key=other.translation_key)
    with pytest.raises(ValidationError):
        adopt(other, own_record_key=initiative.translation_key)
    with pytest.raises(ValidationError):
        adopt(initiative, own_record_key=initiative.translation_key)


def test_a_circle_over_many_records_is_refused(initiative, other, adopt):
    keys = [uuid.uuid4() for _number in range(20)]
    adopt(initiative, own_record_key=keys[0])
    for key, following in zip(keys, keys[1:], strict=False):
        Adoption.objects.create(
            record_key=key, own_record_key=following, country="NP", changed="More."
        )
    last = Adoption(record_key=keys[-1], country="NP", changed="More.")
    last.own_record_key = initiative.translation_key
    with pytest.raises(ValidationError):
        last.save()


def test_a_record_grows_out_of_one_adoption_alone(initiative, other, adopt):
    adopt(initiative, own_record_key=other.translation_key)
    with pytest.raises(ValidationError):
        adopt(initiative, own_record_key=other.translation_key)


def test_what_was_withdrawn_ties_no_record_and_comes_back_only_if_it_may(initiative, other, adopt):
    one = adopt(initiative, own_record_key=other.translation_key)
    one.status = Status.WITHDRAWN
    one.save()
    adopt(other, own_record_key=initiative.translation_key)
    one.status = Status.PUBLISHED
    with pytest.raises(ValidationError):
        one.save()


def test_an_adoption_of_another_record_cannot_be_the_parent(initiative, other, adopt):
    elsewhere = adopt(other)
    with pytest.raises(ValidationError):
        adopt(initiative, adapted_from=elsewhere)


def test_an_adoption_stays_with_its_record(initiative, other, adopt):
    adoption = adopt(initiative)
    adoption.record_key = other.translation_key
    with pytest.raises(ValidationError):
        adoption.save()


def test_readers_are_not_lost_in_a_circle_that_was_written_past_the_hub(initiative, other, adopt):
    one = adopt(initiative, own_record_key=other.translation_key)
    two = adopt(other)
    Adoption.objects.filter(pk=two.pk).update(own_record_key=initiative.translation_key)
    assert tree(initiative) == [(one.pk, 0), (two.pk, 1)]


def test_the_ladder_counts_each_place_once_by_its_name(initiative, adopt):
    pune = {"region": "Maharashtra", "district": "Pune"}
    adopt(initiative, **pune, facility="Ward hospital")
    adopt(initiative, **{**pune, "region": " maharashtra"}, facility="ward  Hospital")
    adopt(initiative, **pune, facility="Other hospital")
    adopt(initiative, region="Kerala")
    adopt(initiative, country="LK")
    assert rungs(initiative, ["IN"]) == [5, 2, 1, 2, 2, 1]


def test_a_border_is_crossed_from_what_an_adoption_grew_out_of(initiative, other, adopt):
    away = adopt(initiative, country="NP", own_record_key=other.translation_key)
    adopt(initiative, country="NP", adapted_from=away)
    adopt(initiative, country="IN", adapted_from=away)
    adopt(other, country="LK")
    assert rungs(initiative, ["IN"])[-1] == 3
    assert rungs(initiative, [])[-1] == 2


def test_withdrawing_an_adoption_lowers_every_count_that_it_raised(initiative, other, adopt):
    place = {"region": "Kerala", "district": "Kollam", "facility": "District hospital"}
    before = rungs(initiative, ["IN"])
    assert before == [0, 0, 0, 0, 0, 0]
    row = adopt(initiative, country="NP", own_record_key=other.translation_key, **place)
    below = adopt(other, country="LK", **place)
    assert rungs(initiative, ["IN"]) == [2, 2, 2, 2, 2, 2]
    below.status = Status.WITHDRAWN
    below.save()
    assert rungs(initiative, ["IN"]) == [1, 1, 1, 1, 1, 1]
    below.status = Status.PUBLISHED
    below.save()
    row.status = Status.WITHDRAWN
    row.save()
    assert rungs(initiative, ["IN"]) == before
    assert rungs(other, ["NP"]) == [1, 1, 1, 1, 1, 1]


def test_what_grew_out_of_a_withdrawn_adoption_stands_below_the_record(initiative, adopt):
    first = adopt(initiative)
    below = adopt(initiative, adapted_from=first)
    first.status = Status.WITHDRAWN
    first.save()
    assert tree(initiative) == [(below.pk, 0)]


@pytest.mark.parametrize("status", [Status.WAITING, Status.DECLINED, Status.WITHDRAWN])
def test_nothing_is_shown_that_was_not_published(initiative, adopt, status):
    adopt(initiative, status=status)
    assert tree(initiative) == []


def test_nothing_hangs_on_a_record_that_readers_may_not_see(initiative, other, adopt):
    adopt(initiative, own_record_key=other.translation_key)
    adopt(other)
    PageViewRestriction.objects.create(page=other, restriction_type="login")
    (row,) = published_on(initiative.translation_key, "en")
    assert row.own_record is None


def grow(initiative, other, number):
    """Publish adoptions in the shape of a heap, half of them below a second record."""
    first = Adoption.objects.create(
        record_key=initiative.translation_key,
        own_record_key=other.translation_key,
        country="IN",
        changed="First.",
        status=Status.PUBLISHED,
    )
    made = [first]
    for each in range(1, number):
        page = initiative if each % 2 else other
        parents = [row for row in made if row.record_key == page.translation_key]
        made.append(
            Adoption(
                pk=first.pk + each,
                record_key=page.translation_key,
                adapted_from=parents[len(parents) // 2] if parents else None,
                country=("IN", "NP", "LK")[each % 3],
                facility=f"Facility {each}",
                changed="A change.",
                status=Status.PUBLISHED,
            )
        )
    Adoption.objects.bulk_create(made[1:])


@pytest.mark.parametrize("path", ["", "adopted"])
def test_a_tree_of_500_takes_as_many_queries_as_one_of_5(client, initiative, other, path):
    address = f"/en/adoptions/{initiative.translation_key}/" if path else initiative.url
    counts = []
    for number in (5, 500):
        Adoption.objects.all().delete()
        grow(initiative, other, number)
        assert len(published_on(initiative.translation_key, "en")) == number
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_reading_takes_one_query_for_nothing_and_six_for_any_number(
    initiative, other, adopt, django_assert_num_queries
):
    # What the process knows from then on: kinds of page, languages on offer.
    adopted = adopt(initiative, own_record_key=other.translation_key)
    assert published_on(initiative.translation_key, "en")[0].own_record.pk == other.pk
    adopted.delete()
    with django_assert_num_queries(1):
        assert published_on(initiative.translation_key, "en") == []
    grow(initiative, other, 500)
    with django_assert_num_queries(6):
        assert len(published_on(initiative.translation_key, "en")) == 500


def test_what_is_deeper_than_a_phone_is_wide_names_what_it_grew_out_of(initiative, adopt):
    parent, chain = None, []
    for _number in range(DEEPEST + 3):
        parent = adopt(initiative, adapted_from=parent)
        chain.append(parent.pk)
    shown = branches(published_on(initiative.translation_key, "en"))
    found = []

    def walk(some, level):
        for branch in some:
            found.append((branch.row.pk, level, branch.names_parent))
            walk(branch.below, level + 1)

    walk(shown, 0)
    levels = [*range(DEEPEST + 1), DEEPEST, DEEPEST]
    named = [False] * (DEEPEST + 1) + [True, True]
    assert found == list(zip(chain, levels, named, strict=True))
