"""Drafts of machines wait for a person, passage by passage, before anything of them is public.

wagtail-localize writes no translation with an error into any page, draft or published. So a draft
of a machine is kept as one that has an error, whoever writes it, until a person takes it over.
"""

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.signals import pre_save
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail_localize.models import StringSegment, StringTranslation, Translation


def unaccepted(translation: Translation) -> QuerySet[StringTranslation]:
    """Return the drafts of a machine among the passages that the source has now."""
    current = StringSegment.objects.filter(
        source=translation.source_id,
        string=OuterRef("translation_of"),
        context=OuterRef("context"),
    )
    return StringTranslation.objects.filter(
        Exists(current),
        locale=translation.target_locale_id,
        translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE,
    )


def accept(draft: StringTranslation, user) -> None:
    """Take a machine's draft as it stands for the translation of `user`."""
    draft.translation_type = StringTranslation.TRANSLATION_TYPE_MANUAL
    draft.tool_name = ""
    draft.last_translated_by = user
    draft.has_error = False
    draft.field_error = ""
    draft.save()


def refusal(translation: Translation) -> str:
    """Return why a translation must not be published yet, "" where no draft is in the way."""
    count = unaccepted(translation).count()
    if not count:
        return ""
    return ngettext(
        "Not published: {count} passage is a machine's draft. Accept or correct it first.",
        "Not published: {count} passages are a machine's drafts. Accept or correct each first.",
        count,
    ).format(count=count)


def connect():
    """Keep every draft of a machine back from now on."""
    pre_save.connect(_keep_back, sender=StringTranslation)


def _keep_back(instance, **kwargs):
    if instance.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE:
        instance.has_error = True
        instance.field_error = _("A machine's draft: accept or correct it.")
