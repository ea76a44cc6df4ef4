"""Sending a draft to an editor, and what comes back."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from resources.importers.targets import lock_sections
from resources.importers.tree import free_slug, slugs_below
from resources.models import LibraryPage
from resources.record.checklist import thin_parts

from .answers import texts_of
from .models import Draft, Wording
from .pages import page_of, write


def sections_for(draft):
    """Return the live sections that may hold a draft's record, those for its kind alone first."""
    sections = LibraryPage.objects.live().filter(
        locale__language_code=draft.language, alias_of=None
    )
    fitting = [each for each in sections if each.holds_type(draft.kind)]
    return sorted(fitting, key=lambda section: (section.holds == "", section.path))


def thin_parts_of(draft):
    """Return what the record lacks, as `resources.record.checklist` tells an editor of a page.

    Raises ValidationError with what has to be put right before there can be a page.
    """
    page = page_of(draft)
    write(page, draft, texts_of(draft))
    return thin_parts(page)


@transaction.atomic
def send(draft, person, section):
    """Make the draft a page that no reader sees, and ask for an editor's approval.

    `section` is where a new page goes. Raises ValidationError with what has to be put right first;
    then nothing has happened.
    """
    _ask_for_approval(_hand_over(draft, person, section))


def _ask_for_approval(page):
    """Nobody is named as the one who asks: Wagtail would lead them into the admin by mail.

    The admin is closed to authors. The page's revision says who sent it, and `following` tells
    editors and the team what becomes of it.
    """
    earlier, workflow = page.current_workflow_state, page.get_workflow()
    if earlier:
        earlier.resume(user=None)
    elif workflow:
        workflow.start(page, user=None)


def _hand_over(draft, person, section):
    draft = Draft.objects.select_for_update().get(pk=draft.pk)
    if not draft.is_open:
        raise ValidationError(_("This record is with an editor."))
    if draft.wordings.filter(standing=Wording.Standing.RIVAL).exists():
        raise ValidationError(_("Choose first between what was written at the same time."))
    texts = texts_of(draft)
    page = page_of(draft)
    if page.pk and (page.workflow_in_progress or page.locked):
        raise ValidationError(_("This record is with an editor."))
    write(page, draft, texts)
    if page.pk is None:
        _place(page, person, section)
    page.save_revision(user=person, log_action=True)
    draft.page, draft.handed_over = page, texts
    draft.state, draft.sent_at, draft.note = Draft.State.SENT, timezone.now(), ""
    draft.save()
    return page


def _place(page, person, section):
    lock_sections([section.locale.language_code])
    page.slug = free_slug(page.title, slugs_below(section))
    page.owner, page.live = person, False
    section.add_child(instance=page)
