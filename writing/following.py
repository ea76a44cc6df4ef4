"""Following what becomes of a record that a team has sent, and telling whoever is to read it."""

from functools import partial

from django.db import transaction
from wagtail.admin.signal_handlers import (
    task_submission_email_notifier,
    workflow_submission_email_notifier,
)
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.signals import page_published, task_rejected, task_submitted, workflow_submitted

from .models import Draft
from .tasks import tell_of_turn


def connect():
    """Watch workflows and publications; called once, when the app is ready.

    What a team sends, Wagtail does not mail: it would do so while the team waits, and forget what
    a mail server does not take.
    """
    task_rejected.connect(_returned, dispatch_uid="writing.following.returned")
    page_published.connect(_published, dispatch_uid="writing.following.published")
    _replace(task_submitted, TaskState, "group_approval_task_submitted_email_notification", _asked)
    _replace(
        workflow_submitted, WorkflowState, "workflow_state_submitted_email_notification", _begun
    )


def _replace(signal, sender, name, receiver):
    """Of two receivers with one name the first is connected, whichever app is ready first."""
    signal.disconnect(sender=sender, dispatch_uid=name)
    signal.connect(receiver, sender=sender, dispatch_uid=name)


def _asked(instance, **kwargs):
    drafts = _sent(instance.workflow_state)
    if not drafts:
        task_submission_email_notifier(instance, **kwargs)
    for draft in drafts:
        _tell(draft)


def _begun(instance, **kwargs):
    """Who would be told of this is told of its first task as well."""
    if not _sent(instance):
        workflow_submission_email_notifier(instance, **kwargs)


def _returned(instance, **kwargs):
    for draft in _sent(instance.workflow_state) if isinstance(instance, TaskState) else ():
        draft.state, draft.note = Draft.State.RETURNED, instance.get_comment()
        draft.save(update_fields=["state", "note"])
        _tell(draft)


def _published(instance, **kwargs):
    """What is published may be written on: the team sends what it adds later."""
    Draft.objects.filter(page_id=instance.pk, state=Draft.State.SENT).update(
        state=Draft.State.WRITING
    )


def _sent(workflow_state):
    """Return the drafts whose page a workflow is about, and which editors have."""
    page = workflow_state.content_object
    drafts = Draft.objects.filter(state=Draft.State.SENT)
    return drafts.filter(page_id=page.pk) if isinstance(page, Page) else drafts.none()


def _tell(draft):
    transaction.on_commit(partial(tell_of_turn.enqueue, draft.pk))
