"""The passages of a published version, and what each of them translates."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .version import Version


class Kind(models.TextChoices):
    """What can change in a version."""

    TEXT = "text", _("text")
    LINK = "link", _("link")
    MEDIA = "media", _("picture or recording")


class Passage(models.Model):
    """One passage of a version, at `path` in its content; `position` counts through all of it.

    `text` is as wagtail-localize cuts it: a sentence's own markup without addresses; of a link
    the address, of a picture its key. `digest` stands for it, see `freshness.passages.digest`.

    In a translation, `source_text` and `source_digest` are what the passage translates, the
    latter "" where it is the source's own text for want of a translation. What is no longer
    published is kept with `is_current` unset: it tells what an old text translates when that
    comes back, and no translation is lost.
    """

    version = models.ForeignKey(Version, models.CASCADE, related_name="passages")
    kind = models.CharField(max_length=5, choices=Kind)
    path = models.CharField(max_length=500)
    position = models.PositiveIntegerField()
    text = models.TextField()
    digest = models.CharField(max_length=32)
    source_text = models.TextField(blank=True)
    source_digest = models.CharField(max_length=32, blank=True)
    is_machine = models.BooleanField(default=False)
    is_current = models.BooleanField(default=True)
    first_published_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("passage")
        default_permissions = ()
        ordering = ["position"]
        indexes = [
            models.Index(fields=["version", "is_current"], name="translations_version_passages")
        ]

    def __str__(self):
        return f"{self.path}: {self.text[:60]}"

    @classmethod
    def of(cls, version, extracted, **translates):
        """Return the unsaved row of an `Extracted` or of another row; `translates` says what of."""
        return cls(
            version=version,
            kind=extracted.kind,
            path=extracted.path,
            position=extracted.position,
            text=extracted.text,
            digest=extracted.digest,
            **translates,
        )
