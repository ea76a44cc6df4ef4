"""The words that resources are filed under, in every language."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField


class Term(TranslatableMixin, index.Indexed, models.Model):
    """A word of one taxonomy. Its slug is the same in every language; its name is not."""

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(
        _("address part"),
        max_length=80,
        blank=True,
        help_text=_(
            "Stands in the addresses of searches, the same in every language. "
            "Made from the name when left empty."
        ),
    )
    description = models.TextField(
        _("description"),
        blank=True,
        help_text=_("One or two sentences: what belongs here and what does not."),
    )
    sort_order = models.PositiveIntegerField(
        _("order"), default=0, db_index=True, help_text=_("Lower numbers come first.")
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("description"),
        FieldPanel("slug"),
        FieldPanel("sort_order"),
    ]
    search_fields = [
        index.SearchField("name"),
        index.SearchField("slug"),
        index.AutocompleteField("name"),
        index.FilterField("locale_id"),
    ]
    translatable_fields = [
        TranslatableField("name"),
        TranslatableField("description"),
        SynchronizedField("slug", overridable=False),
        SynchronizedField("sort_order", overridable=False),
    ]

    class Meta(TranslatableMixin.Meta):
        abstract = True
        ordering = ["sort_order", "name"]
        unique_together = [("translation_key", "locale"), ("slug", "locale")]

    def __str__(self):
        return self.name

    def clean(self):
        """Make the slug from the name where none is given; refuse one that is taken."""
        super().clean()
        self.slug = self.slug or slugify(self.name)
        if not self.slug:
            raise ValidationError(
                {"slug": _("Give an address part in Latin letters, such as newborn-care.")}
            )
        twins = type(self).objects.filter(slug=self.slug, locale_id=self.locale_id)
        if twins.exclude(pk=self.pk).exists():
            raise ValidationError({"slug": _("This address part is taken. Choose another.")})


class Topic(Term):
    """What a resource is about, such as kangaroo mother care."""

    class Meta(Term.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")


class CareSetting(Term):
    """Where care is given, such as a labour room."""

    class Meta(Term.Meta):
        verbose_name = _("care setting")
        verbose_name_plural = _("care settings")


class Audience(Term):
    """Whom a resource is for, such as midwives."""

    class Meta(Term.Meta):
        verbose_name = _("audience")
        verbose_name_plural = _("audiences")


class Method(Term):
    """A method or tool of quality improvement, such as a run chart."""

    class Meta(Term.Meta):
        verbose_name = _("QI method")
        verbose_name_plural = _("QI methods")


class TeamRole(Term):
    """A role that a change needs in its team, such as a midwife."""

    class Meta(Term.Meta):
        verbose_name = _("team role")
        verbose_name_plural = _("team roles")


class Equipment(Term):
    """Equipment or a supply that a change needs, such as a pulse oximeter."""

    class Meta(Term.Meta):
        verbose_name = _("equipment")
        verbose_name_plural = _("equipment")
