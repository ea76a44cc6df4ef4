"""Telling editors by mail that a team has sent a record, and the team that it was returned.

A notice for each person is kept first and sent then, so that a mail server that is down delays
mails and loses none, and no one is told twice.
"""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from wagtail.admin.signal_handlers import task_submission_email_notifier as editors

from translations.mail.people import language_of
from translations.mail.sending import Letter, address, deliver

from .answers import texts_of
from .models import Draft, DraftNotice

# Nobody is told of what has waited as long in the admin, or at the head of the form.
_LONGEST = timedelta(days=14)


def tell(draft_id):
    """Keep a notice for everybody for whom a draft waits, once, and send what waits."""
    draft = Draft.objects.filter(pk=draft_id).first()
    if draft is None:
        return
    task_state = _task_state(draft)
    DraftNotice.objects.bulk_create(
        (
            DraftNotice(draft=draft, task_state=task_state, state=draft.state, person=person)
            for person in _people(draft, task_state)
        ),
        ignore_conflicts=True,
    )
    send_waiting()


def send_waiting():
    """Send the notices that wait; what cannot be sent goes on waiting."""
    recent = DraftNotice.objects.filter(kept_at__gt=timezone.now() - _LONGEST)
    deliver(recent.select_related("draft", "person"), _letter)


def _task_state(draft):
    """Return what editors were asked last about a draft's page, None where they were not."""
    workflow_state = draft.page and draft.page.current_workflow_state
    return workflow_state and workflow_state.current_task_state


def _people(draft, task_state):
    """Return those for whom a draft waits: its team, or editors who want to be told by mail."""
    if task_state is None or draft.state == Draft.State.WRITING:
        return set()
    if draft.state == Draft.State.RETURNED:
        return set(draft.members.filter(is_active=True).exclude(email=""))
    return editors.get_valid_recipients(task_state) if editors.can_handle(task_state) else set()


def _letter(notice):
    draft, task_state = notice.draft, _task_state(notice.draft)
    is_last = (notice.task_state_id, notice.state) == (task_state and task_state.pk, draft.state)
    if not is_last or notice.person not in _people(draft, task_state):
        # Somebody has taken it up since, or it is not for this person any more.
        return None
    # Members are written to in the language that they write in, editors in their own.
    context = {"title": texts_of(draft).get("title", ""), "note": draft.note}
    if draft.state == Draft.State.RETURNED:
        with override(draft.language):
            context["link"] = address(reverse("writing_form", args=[draft.key]))
        return Letter(draft.language, "emails/record_returned.txt", context)
    context["link"] = address(reverse("wagtailadmin_pages:edit", args=[draft.page_id]))
    return Letter(language_of(notice.person, []), "emails/record_sent.txt", context)
