"""From answers to a page: what an editor is sent."""

import uuid
from html import escape
from itertools import chain

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.utils.text import capfirst
from wagtail.blocks import ListBlock, StructBlockValidationError
from wagtail.fields import RichTextField
from wagtail.models import Locale

from .answers import entries_of, id_of
from .citations import reference
from .questions import MODELS, YES, groups_of, questions_of


def page_of(draft):
    """Return the page that a draft becomes as it stood before: the one it completes, or a new one.

    A new page has no place in the tree yet.
    """
    if draft.page:
        return draft.page.specific.get_latest_revision_as_object()
    if draft.citation:
        record = reference(draft.citation, draft.language)
        if record:
            return record.page
    return MODELS[draft.kind](locale=Locale.objects.get(language_code=draft.language))


def write(page, draft, texts):
    """Put into a page what the team has changed since it was handed over; `texts` are all answers.

    Raises ValidationError with a sentence for each answer that no page can hold; the code of each
    is what its field, or its group, is called in the form's document.
    """
    problems = []
    # A page that was deleted has nothing of what it was given.
    before = draft.handed_over if page.pk else {}
    for name, question in questions_of(draft.kind).items():
        if texts.get(name, "") != before.get(name, ""):
            place = question.label, id_of(name)
            _attempt(problems, place, _write_field, page, name, texts.get(name, ""))
    for group in groups_of(draft.kind).values():
        _write_group(page, draft, group, texts, before, problems)
    problems += _missing(page)
    if problems:
        raise ValidationError(problems)


def _attempt(problems, place, action, *arguments):
    try:
        return action(*arguments)
    except ValidationError as error:
        problems += [_problem(message, *place) for message in error.messages]
        return None


def _problem(message, label, place):
    return ValidationError(f"{capfirst(label)}: {message}", code=place)


def _write_field(page, name, text):
    model_field = page._meta.get_field(name)
    setattr(page, name, model_field.clean(_value(model_field, text), page))


def _value(model_field, text):
    if isinstance(model_field, RichTextField):
        lines = (line.strip() for line in text.split("\n"))
        return "".join(f"<p>{escape(line, quote=False)}</p>" for line in lines if line)
    if isinstance(model_field, models.BooleanField):
        return text == YES
    if isinstance(model_field, models.TextField):
        return text.strip()
    line = " ".join(text.split())
    return None if model_field.null and not line else line


def _write_group(page, draft, group, texts, before, problems):
    """Entries keep their place and their id; those that were emptied since are taken away."""
    entries = {_id(draft, group, entry): said for entry, said in entries_of(group, texts).items()}
    given = {_id(draft, group, entry) for entry in entries_of(group, before)}
    stream = getattr(page, group.stream)
    raw = []
    for child in stream.raw_data:
        if child.get("id") in entries:
            raw.append(_raw(group, child["id"], entries.pop(child["id"]), problems))
        elif child.get("id") not in given:
            raw.append(child)
    raw += [_raw(group, key, said, problems) for key, said in entries.items()]
    setattr(page, group.stream, stream.stream_block.to_python(raw))


def _id(draft, group, entry):
    return str(uuid.uuid5(draft.key, f"{group.name}.{entry}"))


def _raw(group, key, said, problems):
    values, found = group.block.get_default(), []
    for question in group.questions:
        child = group.block.child_blocks[question.name]
        text = said.get(question.name, "")
        if text.strip() or child.required and not values[question.name]:
            place = _place_in(group, question)
            values[question.name] = _attempt(found, place, _block_value, child, text)
    found = found or _at_odds(group, values)
    problems += found
    prepared = {} if found else group.block.get_prep_value(values)
    return {"type": group.block_name, "value": prepared, "id": key}


def _place_in(group, question):
    return f"{group.label} – {question.label}", group.name


def _at_odds(group, values):
    """Return what an entry as a whole has to say against its answers, as it would to an editor."""
    try:
        group.block.clean(values)
    except StructBlockValidationError as error:
        of_entry = [_problem(each, group.label, group.name) for each in error.non_block_errors]
        return of_entry + [
            _problem(message, *_place_in(group, question))
            for question in group.questions
            for message in _messages(error.block_errors.get(question.name))
        ]
    return []


def _messages(error):
    """Return the sentences of an error of a block, however deep they are in it."""
    if not hasattr(error, "block_errors"):
        return error.messages if error else []
    nested = (_messages(each) for each in error.block_errors.values())
    return [*error.non_block_errors, *chain.from_iterable(nested)]


def _block_value(child, text):
    if isinstance(child, ListBlock):
        return child.to_python([line.strip() for line in text.split("\n") if line.strip()])
    return child.value_from_form(child.field.clean(text.strip()))


def _missing(page):
    """Return what the page as a whole has to say against being kept."""
    try:
        page.clean_without_place()
    except ValidationError as error:
        return [
            _problem(messages[0], page._meta.get_field(name).verbose_name, id_of(name))
            if name != NON_FIELD_ERRORS
            else ValidationError(messages[0])
            for name, messages in error.message_dict.items()
        ]
    return []
