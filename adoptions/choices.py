"""Fixed lists of what can be said of an adoption."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """Where a report stands; readers see only those that were published."""

    WAITING = "waiting", _("Waiting for a decision")
    PUBLISHED = "published", _("Shown to readers")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Continued(models.TextChoices):
    """Whether what was taken up is still done."""

    GOING = "going", _("Still going")
    ENDED = "ended", _("No longer done")


# A report ties its own record to the tree while it stands, and while it may come to stand.
STANDING = (Status.WAITING, Status.PUBLISHED)
