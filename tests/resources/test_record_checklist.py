"""Editors are told what is thin in a record, and publish it all the same."""

import json
import re
from html import unescape

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from accounts.models import User
from resources.models import CaseStudyPage, InitiativePage
from resources.models.filing import FILING
from resources.models.record import STREAMS
from resources.record.checklist import thin_parts

from .records import FULL

pytestmark = pytest.mark.django_db
STORY = {"problem": "<p>P.</p>", "result": "<p>R.</p>", "outcome": "mixed"}


@pytest.fixture
def editor(client, db):
    user = User.objects.create_user("editor", "editor@hub.invalid", "x")
    user.groups.add(Group.objects.get(name="Moderators"))
    client.force_login(user)
    return client


def told(page):
    return [text for _step, texts in thin_parts(page) for text in texts]


def full(**others):
    """Return a page with a full record but for others, as it comes back from a draft."""
    page = InitiativePage(**{**STORY, **FULL, **others})
    for name in STREAMS:
        setattr(page, name, json.dumps(getattr(page, name).get_prep_value(), default=str))
    return page


def test_a_full_record_lacks_only_what_is_lacking():
    assert told(full()) == [
        "A balancing measure",
        "One night shift: Plan, Prediction, Do, Study, Why",
    ]


@pytest.mark.parametrize("name", [*STORY, *FULL])
def test_each_part_that_is_empty_is_named(name):
    empty = [] if isinstance(FULL.get(name), list) else ""
    label = str(InitiativePage._meta.get_field(name).verbose_name)
    assert label.lower() in [text.lower() for text in told(full(**{name: empty}))]


def test_all_four_parts_of_an_aim_are_asked_for_beside_what_is_told_of_it():
    page = InitiativePage(aim="<p>To do better.</p>", aim_what="Early contact")
    lacking = [text for text in told(page) if text.startswith("Aim")]
    assert lacking == ["Aim: for whom", "Aim: how much", "Aim: by when"]


def test_a_measure_needs_numbers_and_what_is_counted_and_reported_numbers_do():
    bare = {"name": "Contact", "kind": "balancing"}
    reported = {**bare, "numerator": "n", "denominator": "d"}
    reported["reported"] = [{"what": "Before", "value": "30%"}]
    page = full(measures=[("measure", bare)])
    assert "Contact: Numerator, Denominator, Points" in told(page)
    assert not [text for text in told(full(measures=[("measure", reported)])) if "Contact" in text]


def test_an_editor_reads_the_list_of_the_saved_draft_and_publishes_all_the_same(
    editor, case_studies, publish
):
    page = publish(case_studies, CaseStudyPage(title="C", slug="c", summary="S."))
    page.cycles = [("cycle", {"title": "One day shift", "plan": "To wait."})]
    page.save_revision()
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    text = " ".join(unescape(re.sub(r"<[^>]*>", " ", editor.get(address).content.decode())).split())
    assert "One day shift: Prediction, Do, Study, Act, Outcome" in text
    answer = editor.post(address, {**form_of(page), "action-publish": "1"})
    assert answer.status_code == 302
    page.refresh_from_db()
    assert page.live and not page.has_unpublished_changes
    assert [cycle.value["plan"] for cycle in page.cycles] == ["To wait."]


def test_a_page_that_has_not_been_saved_yet_has_no_list(editor, case_studies):
    address = reverse(
        "wagtailadmin_pages:add", args=["resources", "casestudypage", case_studies.pk]
    )
    page = editor.get(address)
    assert page.status_code == 200 and "says nothing of these" not in page.content.decode()


def form_of(page):
    """Return what a browser sends for a case study with one cycle and nothing else."""
    value = dict.fromkeys(page.cycles.stream_block.child_blocks["cycle"].child_blocks, "")
    value |= {"title": "One day shift", "plan": "To wait."}
    streams = ("team", "causes", "measures", "change_ideas", "body", "contributors")
    stories = ("context", "problem", "change", "result", "otherwise", "lessons", "outcome_why")
    return nested_form_data(
        {
            "title": page.title,
            "slug": page.slug,
            "summary": page.summary,
            "cycles": streamfield([("cycle", value)]),
            **{name: streamfield([]) for name in (*streams, "attachments", "related")},
            **{name: rich_text("") for name in (*stories, "sustainment")},
            **{
                f"{name}-{part}": number
                for name in FILING
                for part, number in (
                    ("TOTAL_FORMS", 0),
                    ("INITIAL_FORMS", 0),
                    ("MIN_NUM_FORMS", 0),
                    ("MAX_NUM_FORMS", 1000),
                )
            },
        }
    )


def test_two_drafts_are_compared_by_the_points_as_they_were_typed(editor, initiatives, publish):
    page = publish(initiatives, InitiativePage(title="C", slug="c", summary="S.", **FULL))
    page.measures[0].value["data"] = "2021-01\t4/12"
    page.save_revision()
    address = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, "earliest", "latest"])
    html = editor.get(address).content.decode()
    assert "Row(" not in html and "Decimal" not in html
    points = html[html.index("<dt>Points</dt>") :].split("</dd>")[0]
    assert '<span class="addition">4' in points and "2021-03" in points
