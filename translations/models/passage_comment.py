"""What a team says to one another about a passage."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import Translation, TranslationContext


class PassageComment(models.Model):
    """A remark on one passage of a translation, until somebody marks it as done."""

    translation = models.ForeignKey(Translation, models.CASCADE, related_name="comments")
    context = models.ForeignKey(TranslationContext, models.CASCADE, related_name="+")
    text = models.TextField(max_length=1000)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    written_at = models.DateTimeField(auto_now_add=True)
    is_done = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("comment on a passage")
        default_permissions = ()
        ordering = ["pk"]

    def __str__(self):
        return self.text[:60]
