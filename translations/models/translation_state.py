"""How a language's version of a published source stands to it; made anew at every change."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from .source_change import Severity
from .version import Version


class Status(models.TextChoices):
    """What a country team has to do about a page or a term, the most pressing first."""

    OUTDATED = "outdated", _("out of date")
    ADAPTED = "adapted", _("check your adaptation")
    NOT_STARTED = "not_started", _("not started")
    IN_PROGRESS = "in_progress", _("in progress")
    MACHINE = "machine", _("machine draft")
    FRESH = "fresh", _("up to date")


class TranslationState(models.Model):
    """The state of one source in one other language, whether there is a version in it or not.

    The counts are of passages of text, links and pictures in what is published; `words_left`
    are words of the source that have no translation of their own yet, published or not.
    `severity` is the worst of what changed, None where nothing that matters did; `since` when
    the first of that was published. `marks` is what readers are told: see `states.py`.

    `urgency` puts what matters most first: the severity where there is one, 1 for other work,
    0 for none. `visits` is how often the page was read in the last days (`translations.visits`).
    """

    source = models.ForeignKey(Version, models.CASCADE, related_name="states")
    locale = models.ForeignKey(Locale, models.CASCADE, related_name="+")
    version = models.OneToOneField(
        Version, models.SET_NULL, null=True, blank=True, related_name="state"
    )
    status = models.CharField(max_length=12, choices=Status)
    total = models.PositiveIntegerField()
    changed = models.PositiveIntegerField(default=0)
    missing = models.PositiveIntegerField(default=0)
    removed = models.PositiveIntegerField(default=0)
    machine = models.PositiveIntegerField(default=0)
    words_left = models.PositiveIntegerField(default=0)
    severity = models.PositiveSmallIntegerField(choices=Severity, null=True)
    since = models.DateTimeField(null=True)
    marks = models.JSONField(default=list)
    urgency = models.PositiveSmallIntegerField(default=0)
    visits = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("state of a translation")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["source", "locale"], name="translations_one_state_a_language"
            )
        ]
        indexes = [
            models.Index(fields=["locale", "status"], name="translations_language_states"),
            models.Index(fields=["-urgency", "-visits", "id"], name="translations_urgent"),
            models.Index(
                fields=["locale", "-urgency", "-visits", "id"], name="translations_urgent_language"
            ),
        ]

    def __str__(self):
        return f"{self.source_id} in {self.locale_id}: {self.status}"

    def weigh(self):
        """Set the urgency that fits the status and the severity."""
        self.urgency = self.severity or int(self.status != Status.FRESH)
