"""What a publication changed in a source, and how much it matters."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from .passage import Kind
from .version import Version


class Severity(models.IntegerChoices):
    """How much a change of a source matters to readers of its translations."""

    TYPO = 1, _("typo")
    CONTENT = 2, _("content")
    SAFETY = 3, _("safety-critical")


class StatedSeverity(models.Model):
    """What an editor said of the changes in a revision, which may be published later."""

    revision = models.OneToOneField(Revision, models.CASCADE, related_name="+", primary_key=True)
    severity = models.PositiveSmallIntegerField(choices=Severity)
    note = models.CharField(max_length=255, blank=True)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.revision_id}: {self.get_severity_display()}"


class SourceChange(models.Model):
    """The changes of one publication, and the gravest of their severities.

    `is_stated` tells an editor's word, which is about all of them, from proposals for each.
    """

    version = models.ForeignKey(Version, models.CASCADE, related_name="changes")
    published_at = models.DateTimeField()
    severity = models.PositiveSmallIntegerField(choices=Severity)
    is_stated = models.BooleanField()
    note = models.CharField(max_length=255, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        default_permissions = ()
        ordering = ["published_at", "pk"]

    def __str__(self):
        return f"{self.version_id}, {self.published_at}: {self.get_severity_display()}"


class PassageChange(models.Model):
    """One passage before and after; an empty digest where it was not there, or is no more."""

    change = models.ForeignKey(SourceChange, models.CASCADE, related_name="passages")
    kind = models.CharField(max_length=5, choices=Kind)
    path = models.CharField(max_length=500)
    old_text = models.TextField(blank=True)
    old_digest = models.CharField(max_length=32, blank=True)
    new_text = models.TextField(blank=True)
    new_digest = models.CharField(max_length=32, blank=True)
    severity = models.PositiveSmallIntegerField(choices=Severity)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.change_id}, {self.path}"
