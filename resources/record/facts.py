"""Numbers, dates and choices of a record: they are the source's in every language.

Translators are given texts only, so nobody would correct a number in a translation whose source
was corrected; here it follows at every publication, and so is no question of freshness.
"""

import json

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from wagtail.blocks import CharBlock, ListBlock, StreamBlock, StructBlock, TextBlock

from core.signals import pages_written
from resources.models.record import STREAMS
from resources.revisions import pending_revisions
from translations.freshness.publishing import original_locale
from translations.models import Adaptation


@transaction.atomic
def follow(page):
    """Give every version of a record the facts of its original, as far as that is published.

    `page` is any of them, as it was just published. What a country team adapted stays its own.
    """
    model = type(page)
    versions = model.objects.filter(translation_key=page.translation_key, alias_of=None)
    others = list(versions.exclude(pk=page.pk))
    if not others:
        return
    origin = original_locale(page)
    source = page
    if origin != page.locale_id:
        source = next((each for each in others if each.locale_id == origin and each.live), None)
        others = [page]
    if source is None:
        return
    written = [each.pk for each in others if not _is_adapted(each) and _write(source, each)]
    if written:
        transaction.on_commit(lambda: pages_written.send(sender=model, page_ids=written))


def with_facts_of(block, source, value):
    """Return the stored value of a translation, with all that is no text as the source has it.

    Blocks and items of lists are those of the same id; what only one of both has stays away.
    """
    if isinstance(block, StreamBlock | ListBlock):
        # A list that was never written is kept as None.
        known = {each.get("id"): each for each in source or ()}
        return [
            {**each, "value": with_facts_of(_child(block, each), same["value"], each["value"])}
            if (same := known.get(each.get("id"))) and same["type"] == each["type"]
            else each
            for each in value or ()
        ]
    if isinstance(block, StructBlock):
        told = {
            name: with_facts_of(child, source.get(name), value.get(name))
            for name, child in block.child_blocks.items()
            if name in source or name in value
        }
        return {**value, **told}
    return value if _is_text(block, source) else source


def _child(block, entry):
    return (
        block.child_blocks[entry["type"]] if isinstance(block, StreamBlock) else block.child_block
    )


def _is_text(block, value):
    if hasattr(block, "get_translatable_segments"):
        return bool(block.get_translatable_segments(value))
    return isinstance(block, CharBlock | TextBlock)


def _is_adapted(version):
    return Adaptation.objects.filter(
        version__translation_key=version.translation_key, version__locale=version.locale_id
    ).exists()


def _write(source, version):
    """Write the facts into a version and its drafts; tell whether the version had others."""
    news = _news(source, {name: _stored(getattr(version, name)) for name in STREAMS})
    if version.outcome != source.outcome:
        news["outcome"] = source.outcome
    for name, value in news.items():
        setattr(version, name, value)
    if news:
        values = {name: getattr(version, name) for name in news}
        type(version)._base_manager.filter(pk=version.pk).update(**values)
    _write_drafts(source, version)
    return bool(news)


def _write_drafts(source, version):
    for draft in pending_revisions(version):
        streams = {name: json.loads(draft.content.get(name) or "[]") for name in STREAMS}
        content = {**draft.content, **_news(source, streams), "outcome": source.outcome}
        if content != draft.content:
            draft.content = content
            draft.save(update_fields=["content"])


def _news(source, streams):
    """Return {name: text of a stream} for those that differ from the source in its facts."""
    found = {}
    for name, value in streams.items():
        block = source._meta.get_field(name).stream_block
        facts = with_facts_of(block, _stored(getattr(source, name)), value)
        if facts != value:
            found[name] = json.dumps(facts)
    return found


def _stored(stream):
    """Return what is stored of a stream, with the defaults of what a program left out."""
    block = stream.stream_block
    complete = block.to_python(stream.get_prep_value())
    # A block that nobody has looked at stays as it came.
    list(complete)
    return json.loads(json.dumps(complete.get_prep_value(), cls=DjangoJSONEncoder))
