"""Work of the writing app done outside the request that caused it."""

from django.urls import reverse
from django.utils.translation import override
from django_tasks import task

from translations.mail.sending import MailServerDown, address, send

from .answers import texts_of
from .models import Draft


@task()
def tell_of_return(draft_id: int) -> None:
    """Write to the team of a draft that an editor has returned it, and why.

    A mail server that is down is not waited for: the note stands at the head of the form too.
    """
    draft = Draft.objects.filter(pk=draft_id).first()
    if draft is None:
        # Its team has deleted it since.
        return
    with override(draft.language):
        link = address(reverse("writing_form", args=[draft.key]))
    context = {"title": texts_of(draft).get("title", ""), "note": draft.note, "link": link}
    for person in draft.members.filter(is_active=True).exclude(email=""):
        try:
            send(person, draft.language, "emails/record_returned.txt", context)
        except MailServerDown:
            return
