"""The form: its questions, and what it keeps when it is sent without scripts."""

import html
import re

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils.translation import override

from tests.writing.entries import ENTRY
from writing.answers import texts_of
from writing.models import Draft, Member
from writing.questions import MODELS, groups_of, question_of, questions_of
from writing.settling import BOTH, TAKE

HIDDEN = re.compile(r'name="(shown-[^"]+)" value="([^"]+)"')


def address(draft):
    return reverse("writing_form", args=[draft.key])


def shown(page):
    """Return the hidden fields of a form as it was shown."""
    without_templates = re.sub(r"<template>.*?</template>", "", page.content.decode(), flags=re.S)
    return {html.unescape(name): value for name, value in HIDDEN.findall(without_templates)}


def send(client, draft, page, **texts):
    """Send a form as it was shown but for some answers, {name: text}."""
    fields = shown(page)
    answers = texts_of(draft)
    typed = {name.removeprefix("shown-"): "" for name in fields}
    typed |= {name: text for name, text in answers.items() if name in typed} | texts
    return client.post(
        address(draft),
        fields | {f"answer-{name}": text for name, text in typed.items() if name in typed},
    )


@pytest.mark.parametrize("kind", MODELS)
def test_every_question_is_a_part_of_the_page(kind):
    model = MODELS[kind]
    for name in questions_of(kind):
        assert model._meta.get_field(name)
    for group in groups_of(kind).values():
        assert {each.name for each in group.questions} <= set(group.block.child_blocks)
    assert question_of(kind, f"cycles.{ENTRY}.plan").label


@pytest.mark.parametrize("name", ["pk", "cycles", "cycles.x.plan", f"cycles.{ENTRY}.type", ""])
def test_nothing_else_is_a_question(name):
    assert question_of("case_study", name) is None


def test_a_form_is_kept_whole_without_scripts(at_desk, draft):
    page = at_desk.get(f"{address(draft)}?add=cycles")
    entry = next(name for name in shown(page) if name.endswith(".title"))
    entry = entry.removeprefix("shown-")
    send(at_desk, draft, page, problem="Cold.\r\nVery.", **{entry: "A towel"})
    assert texts_of(draft) == {"problem": "Cold.\nVery.", entry: "A towel"}


def test_a_field_that_was_not_touched_writes_over_nothing(at_desk, draft, answered):
    answered(problem="Old.")
    page = at_desk.get(address(draft))
    old = {"answer-problem": "Old.", "answer-title": "Mine"}
    answered(problem="New.")
    at_desk.post(address(draft), shown(page) | old)
    assert texts_of(draft) == {"problem": "New.", "title": "Mine"}
    assert not draft.wordings.filter(standing="rival").exists()


def test_two_who_send_the_form_at_once_find_both_texts_and_choose(at_desk, draft, answered):
    page = at_desk.get(address(draft))
    answered(problem="Theirs.")
    at_desk.post(address(draft), shown(page) | {"answer-problem": "Mine."})
    again = at_desk.get(address(draft))
    assert "Mine." in again.content.decode() and "Theirs." in again.content.decode()
    rival = draft.wordings.get(standing="rival")
    at_desk.post(
        address(draft), shown(again) | {"answer-problem": "Theirs.", f"rival-{rival.pk}": BOTH}
    )
    assert texts_of(draft)["problem"] == "Theirs.\n\nMine."
    assert not draft.wordings.filter(standing="rival").exists()


def test_a_text_left_behind_may_take_the_answers_place(at_desk, draft, answered):
    page = at_desk.get(address(draft))
    answered(problem="Theirs.")
    at_desk.post(address(draft), shown(page) | {"answer-problem": "Mine."})
    rival = draft.wordings.get(standing="rival")
    at_desk.post(address(draft), {f"rival-{rival.pk}": TAKE})
    assert texts_of(draft)["problem"] == "Mine."
    assert draft.wordings.get(standing="earlier").text == "Theirs."


def test_what_is_sent_after_the_session_ended_is_kept_by_signing_in(at_desk, draft):
    page = at_desk.get(address(draft))
    at_desk.logout()
    typed = shown(page) | {"answer-problem": 'Half a "page" <of> text.\nMore.'}
    asked = at_desk.post(address(draft), typed)
    assert asked.status_code == 200
    carried = dict(
        re.findall(r'name="((?:shown|answer)-[^"]+)" value="([^"]*)"', asked.content.decode())
    )
    carried = {name: html.unescape(value) for name, value in carried.items()}
    wrong = carried | {"username": "nurse", "password": "another"}
    assert at_desk.post(address(draft), wrong).status_code == 200
    assert texts_of(draft) == {}
    at_desk.post(address(draft), carried | {"username": "nurse", "password": "only for tests"})
    assert texts_of(draft) == {"problem": typed["answer-problem"]}


def test_a_text_that_begins_with_an_empty_line_comes_back_whole(at_desk, draft, answered):
    answered(problem="\nSecond line.")
    page = at_desk.get(address(draft)).content.decode()
    text = re.search(r'<textarea id="answer-problem"[^>]*>(.*?)</textarea>', page, re.S)[1]
    # HTML passes over the first line break of a textarea.
    assert text.removeprefix("\n") == "\nSecond line."


def test_the_template_is_in_the_readers_language_and_answers_in_their_own(at_desk, draft):
    with override("hi"):
        page = at_desk.get(address(draft))
        label = str(MODELS[draft.kind]._meta.get_field("problem").verbose_name)
    assert f">{label[0].upper()}{label[1:]}</label>" in page.content.decode()
    assert 'lang="hi"' in page.content.decode()
    assert re.search(r'name="answer-problem"[^>]*lang="en"', page.content.decode())


def test_a_form_is_read_in_few_queries_however_much_was_written(
    at_desk, draft, answered, django_assert_max_num_queries
):
    entries = {f"cycles__{number:015x}__title": f"Cycle {number}" for number in range(40)}
    answered(**entries)
    with django_assert_max_num_queries(14):
        at_desk.get(address(draft))


@pytest.mark.parametrize("view", ["writing", "writing_team"])
def test_a_title_is_in_its_own_language_and_a_record_without_one_named_in_the_readers(
    at_desk, draft, answered, view
):
    Draft.objects.update(language="hi")
    there = reverse(view, args=[draft.key] if view == "writing_team" else [])
    name = r'<(?:h1|strong)[^>]*\slang="hi"[^>]*>\s*([^<]*)<'
    assert not re.search(name, at_desk.get(there).content.decode())
    answered(title="पहले घंटे से")
    assert re.search(name, at_desk.get(there).content.decode())[1].strip() == "पहले घंटे से"


def test_ones_records_are_listed_and_nobody_elses(at_desk, draft, answered):
    answered(title="Warm from the first hour")
    other = Draft.objects.create(language="en")
    Member.objects.create(draft=other, person=get_user_model().objects.create_user("other"))
    page = at_desk.get(reverse("writing")).content.decode()
    assert "Warm from the first hour" in page
    assert str(other.key) not in page
