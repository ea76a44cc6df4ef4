"""Following what editors do with a record that a team has sent."""

from functools import partial

from django.db import transaction
from wagtail.models import Page, TaskState
from wagtail.signals import page_published, task_rejected

from .models import Draft
from .tasks import tell_of_return


def connect():
    """Watch workflows and publications; called once, when the app is ready."""
    task_rejected.connect(_returned, dispatch_uid="writing.following.returned")
    page_published.connect(_published, dispatch_uid="writing.following.published")


def _returned(instance, **kwargs):
    page = instance.workflow_state.content_object
    if not isinstance(instance, TaskState) or not isinstance(page, Page):
        return
    for draft in Draft.objects.filter(page_id=page.pk, state=Draft.State.SENT):
        draft.state, draft.note = Draft.State.RETURNED, instance.get_comment()
        draft.save(update_fields=["state", "note"])
        transaction.on_commit(partial(tell_of_return.enqueue, draft.pk))


def _published(instance, **kwargs):
    """What is published may be written on: the team sends what it adds later."""
    Draft.objects.filter(page_id=instance.pk, state=Draft.State.SENT).update(
        state=Draft.State.WRITING
    )
