"""One report that a change was taken up elsewhere."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from adoptions import anonymity, lineage, naming
from adoptions.choices import STANDING, Continued, Status
from core.countries import codes
from core.languages import CONTENT_LANGUAGES, SOURCE_LANGUAGE
from resources.choices import CareLevel, Outcome

LONGEST_TEXT = 2000


def validate_country(code):
    """Raise ValidationError for a code that is no country's."""
    if code not in codes():
        raise ValidationError(_("Choose a country of the list."))


class Adoption(models.Model):
    """Who adapted what a record tells, what they changed, and what came of it.

    It belongs to a record by its translation key, so that all languages share it. It grew out of
    the record itself or out of another report on it (`adapted_from`), and may have a record of its
    own on the hub (`own_record_key`), whose reports grow on from it. `adoptions.lineage` keeps all
    of it free of circles.
    """

    record_key = models.UUIDField(db_index=True, editable=False)
    adapted_from = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="adaptations",
        verbose_name=_("adapted from"),
    )
    own_record_key = models.UUIDField(null=True, blank=True, editable=False)
    country = models.CharField(_("Country"), max_length=2, validators=[validate_country])
    region = models.CharField(_("state or province"), max_length=255, blank=True)
    district = models.CharField(_("district"), max_length=255, blank=True)
    facility = models.CharField(_("facility"), max_length=255, blank=True)
    facility_is_anonymous = models.BooleanField(
        _("keep the facility anonymous"),
        default=False,
        help_text=_("Readers then see neither its name nor its place, here or anywhere."),
    )
    care_level = models.CharField(
        _("level of care"), max_length=20, choices=CareLevel.choices, blank=True
    )
    year = models.PositiveSmallIntegerField(
        _("year"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1900), MaxValueValidator(2100)],
    )
    changed = models.TextField(_("what was changed"), max_length=LONGEST_TEXT)
    happened = models.TextField(_("what happened"), max_length=LONGEST_TEXT, blank=True)
    outcome = models.CharField(_("outcome"), max_length=20, choices=Outcome.choices, blank=True)
    continued = models.CharField(
        _("still going?"), max_length=10, choices=Continued.choices, blank=True
    )
    language = models.CharField(
        _("language"),
        max_length=10,
        choices=[(each.code, each.name) for each in CONTENT_LANGUAGES],
        default=SOURCE_LANGUAGE,
    )
    contact_email = models.EmailField(
        _("e-mail address"),
        blank=True,
        help_text=_("Only for questions of the editors. It is never shown, and is deleted later."),
    )
    status = models.CharField(
        _("state"), max_length=10, choices=Status.choices, default=Status.WAITING, db_index=True
    )
    reported_at = models.DateTimeField(_("reported on"), auto_now_add=True)
    decided_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("adoption")
        verbose_name_plural = _("adoptions")
        ordering = ["-reported_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["own_record_key"],
                condition=models.Q(status__in=STANDING),
                name="adoptions_record_grows_from_one",
                violation_error_message=lineage.GROWS_ELSEWHERE,
            ),
            models.CheckConstraint(
                condition=~models.Q(adapted_from=models.F("id")),
                name="adoptions_not_from_itself",
                violation_error_message=lineage.CIRCLE,
            ),
        ]

    def __str__(self):
        # Stands in the admin's history for good: it tells no more than readers may know.
        return f"{self.pk}: {naming.public_place(self)}"

    @transaction.atomic
    def save(self, *args, **kwargs):
        """Save it while no other report can be; raises ValidationError for a circle."""
        lineage.take_turn()
        before = Adoption.objects.filter(pk=self.pk).first() if self.pk else None
        if before and before.record_key != self.record_key:
            raise ValidationError(lineage.OTHER_RECORD)
        lineage.check(self)
        if self.status != (before.status if before else Status.WAITING):
            self.decided_at = timezone.now()
        if self.status in (Status.DECLINED, Status.WITHDRAWN):
            self.contact_email = ""
        super().save(*args, **kwargs)

    @property
    def holds_own_record(self):
        """Tell whether the report ties its own record to the tree: it does so while it stands."""
        return self.own_record_key is not None and self.status in STANDING

    def clean(self):
        """Refuse a circle, and words that name a facility which is to stay anonymous."""
        super().clean()
        lineage.check(self)
        anonymity.check_own(self)
