"""Telling the authors of a record by mail that it was adapted elsewhere.

A notice for each person is kept first and sent then, so that a mail server that is down delays
mails and loses none, and no one is told twice.
"""

from datetime import timedelta

from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from translations.mail.people import language_of
from translations.mail.sending import Letter, address, deliver
from translations.versions import nearest_first

from . import records
from .choices import Status
from .models import Adoption, AdoptionNotice
from .reading import published_on

# Nobody is told of what was decided long ago.
_LONGEST = timedelta(days=14)


def tell(adoption_id):
    """Keep a notice for everybody whom a published report concerns, once, and send what waits."""
    recent = Adoption.objects.filter(
        status=Status.PUBLISHED, decided_at__gt=timezone.now() - _LONGEST
    )
    adoption = recent.filter(pk=adoption_id).first()
    if adoption is None:
        return
    AdoptionNotice.objects.bulk_create(
        (AdoptionNotice(adoption=adoption, person=person) for person in _authors(adoption)),
        ignore_conflicts=True,
    )
    send_waiting()


def send_waiting():
    """Send the notices that wait; what cannot be sent goes on waiting."""
    recent = AdoptionNotice.objects.filter(adoption__decided_at__gt=timezone.now() - _LONGEST)
    deliver(recent.select_related("adoption", "person"), _letter)


def _authors(adoption):
    """Return those who own pages of the record, or else those who decide on reports."""
    people = get_user_model().objects
    pages = records.public_records().filter(translation_key=adoption.record_key)
    owners = [page.owner_id for page in pages.order_by("pk")[:1]]
    written_to = people.filter(is_active=True).exclude(email="")
    return written_to.filter(pk__in=owners) or written_to.filter(
        pk__in=people.with_perm("adoptions.change_adoption", include_superusers=False)
    )


def _letter(notice):
    language = language_of(notice.person, [])
    versions = records.public_versions(notice.adoption.record_key)
    page = nearest_first(versions, language)[0] if versions else None
    rows = published_on(notice.adoption.record_key, language) if page else []
    shown = next((row for row in rows if row.pk == notice.adoption_id), None)
    if shown is None:
        # Withdrawn by now, or nothing that readers may see any more.
        return None
    with override(language):
        link = address(reverse("adoptions", args=[notice.adoption.record_key]))
    context = {"title": page.title, "adoption": shown, "link": link}
    return Letter(language, "emails/adopted.txt", context)
