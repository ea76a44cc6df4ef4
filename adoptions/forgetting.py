"""What is not kept of those who report: their address, and what was declined."""

from datetime import timedelta

from django.utils import timezone

from .choices import Status
from .models import Adoption

# Time enough to ask back and to decide.
LONGEST = timedelta(days=180)


def forget():
    """Delete the e-mail addresses, and the declined reports, of more than 180 days ago."""
    old = Adoption.objects.filter(reported_at__lt=timezone.now() - LONGEST)
    old.exclude(contact_email="").update(contact_email="")
    old.filter(status=Status.DECLINED).delete()
