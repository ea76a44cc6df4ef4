"""What a reader of a resource is told."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from django.utils.translation import gettext, override

from core.models import HubImage
from resources.models import GuidePage, InitiativePage


@pytest.fixture
def read(client):
    return lambda page: client.get(page.url).text


def republish(page, **fields):
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return page


def test_a_withdrawn_resource_says_so_and_why(guide, read):
    republish(guide, withdrawn_on=date(2026, 5, 1), withdrawn_reason="The dose has changed.")
    assert "The dose has changed." in read(guide)


def test_a_superseded_resource_leads_to_the_one_that_replaces_it(guide, guides, publish, read):
    newer = publish(guides, GuidePage(title="A newer guide", slug="newer", summary="New."))
    republish(guide, superseded_by=newer)
    assert "A newer guide" in read(guide) and newer.url in read(guide)


def test_a_superseding_page_that_is_a_draft_is_not_shown(guide, guides, publish, read):
    newer = publish(guides, GuidePage(title="A newer guide", slug="newer", summary="New."))
    republish(guide, superseded_by=newer)
    newer.unpublish()
    assert "A newer guide" not in read(guide)


def test_an_overdue_review_is_told_and_one_that_is_due_today_is_not(guide):
    today = timezone.localdate()
    assert republish(guide, review_due_on=today - timedelta(days=1)).review_is_overdue
    assert not republish(guide, review_due_on=today).review_is_overdue
    assert not republish(guide, review_due_on=None).review_is_overdue


def test_an_unpublished_related_resource_is_left_out(guide, guides, publish, read):
    other = publish(guides, GuidePage(title="Read me next", slug="next", summary="Next."))
    republish(guide, related=[("resource", other)])
    assert "Read me next" in read(guide)
    other.unpublish()
    assert "Read me next" not in read(guide)


def test_related_resources_keep_the_editors_order(guide, guides, publish):
    first = publish(guides, GuidePage(title="Z first", slug="z", summary="Z."))
    second = publish(guides, GuidePage(title="A second", slug="a", summary="A."))
    republish(guide, related=[("resource", first), ("resource", second)])
    assert [page.title for page in guide.related_pages] == ["Z first", "A second"]


def test_a_page_whose_picture_was_deleted_reads_on(guide, read, settings, tmp_path):
    from wagtail.images.tests.utils import get_test_image_file

    settings.MEDIA_ROOT = tmp_path
    image = HubImage.objects.create(title="Gone", file=get_test_image_file())
    figure = {"image": image, "alt_text": "A chart", "caption": "Week by week"}
    republish(guide, image=image, body=[("image", figure)])
    assert "Week by week" in read(guide)
    image.delete()
    guide.refresh_from_db()
    assert "Write an aim" in read(guide)


def test_an_empty_body_and_a_long_word_still_read_well(guide, read):
    republish(guide, title="W" * 200, body=[])
    assert "W" * 200 in read(guide)


def test_a_facility_that_stays_anonymous_leaves_no_trace(initiative, read):
    named = {"facility_name": "Secret Hospital", "facility_place": "Hidden District"}
    republish(initiative, **named, facility_is_anonymous=False)
    assert "Secret Hospital" in read(initiative)
    republish(initiative, **named, facility_is_anonymous=True)
    assert "Secret" not in read(initiative) and "Hidden" not in read(initiative)
    record = initiative.get_search_record()
    assert "Secret" not in repr(record) and "Hidden" not in repr(record)


def test_a_district_alone_is_no_facility(initiative, read):
    of_a_district = {"facility_place": "Karnataka"}
    html = " ".join(read(republish(initiative, **of_a_district)).split())
    assert "<dt> Where </dt>" in html and "<dt> Facility </dt>" not in html
    html = " ".join(read(republish(initiative, **of_a_district, facility_name="GMCH")).split())
    assert "<dt> Facility </dt>" in html and "<dt> Where </dt>" not in html


def test_what_people_did_is_told_in_the_readers_language(guide, hindi, read):
    people = [("person", {"name": "A. Nurse", "role": "author", "affiliation": ""})]
    republish(guide, contributors=people)
    translated = guide.copy_for_translation(hindi, copy_parents=True)
    translated.save_revision().publish()
    with override("hi"):
        assert f"<bdi>{gettext('author')}</bdi>" in read(translated)
    assert "<bdi>author</bdi>" in read(guide)


def test_a_failure_is_shown_in_words_like_a_success(initiative, read):
    assert "Did not work" in read(republish(initiative, outcome="did_not_work"))
    assert "Worked" in read(republish(initiative, outcome="worked"))


def test_a_translated_paper_is_cited_by_the_title_as_printed(initiative, hindi):
    republish(initiative, journal="BMJ Open Quality")
    translated = initiative.copy_for_translation(hindi, copy_parents=True)
    translated.title = "कम संक्रमण"
    translated.save_revision().publish()
    translated = InitiativePage.objects.get(pk=translated.pk)
    assert translated.cited_title == "Fewer infections"


def test_what_a_search_record_says_of_an_initiative(initiative):
    republish(
        initiative,
        year=2021,
        doi="10.1136/bmjoq-2021-001467",
        outcome="worked",
        countries=["IN"],
        problem="<p>Too <b>many</b> infections</p>",
        contributors=[("person", {"name": "A. Nurse", "role": "", "affiliation": ""})],
    )
    record = initiative.get_search_record()
    assert (record.type, record.outcome, record.year) == ("initiative", "worked", 2021)
    assert record.facets["country"] == ("IN",)
    assert "10.1136/bmjoq-2021-001467" in record.identifiers
    assert "A. Nurse" in record.keywords
    assert "Too many infections" in record.body
