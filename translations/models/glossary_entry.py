"""The glossary: what a term is called in a language, and what it is not to be called."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.languages import LANGUAGE_CHOICES, SOURCE_LANGUAGE
from core.lines import lines_of
from translations.glossary.matching import words_of

LONGEST_TERM = 150


class Domain(models.TextChoices):
    """The field that a term belongs to."""

    QI = "qi", _("Quality improvement")
    CLINICAL = "clinical", _("Clinical")


class GlossaryEntry(models.Model):
    """What one term of a source language is called in another one.

    `preferred` and `discouraged` have a wording on each line. `key` is what is equal for spellings
    of the term that are one to the glossary; `origin` says where the entry was taken from.
    """

    source_language = models.CharField(
        _("language of the term"), max_length=10, choices=LANGUAGE_CHOICES, default=SOURCE_LANGUAGE
    )
    term = models.CharField(_("term"), max_length=LONGEST_TERM)
    key = models.CharField(max_length=2 * LONGEST_TERM, editable=False)
    language = models.CharField(_("language"), max_length=10, choices=LANGUAGE_CHOICES)
    preferred = models.TextField(
        _("preferred wordings"), help_text=_("One a line, the best one first.")
    )
    discouraged = models.TextField(_("wordings to avoid"), blank=True, help_text=_("One a line."))
    note = models.TextField(_("note"), blank=True)
    domain = models.CharField(_("domain"), max_length=10, choices=Domain, default=Domain.QI)
    origin = models.CharField(_("source of the entry"), max_length=255, blank=True)

    class Meta:
        verbose_name = _("glossary entry")
        verbose_name_plural = _("glossary")
        ordering = ["term", "pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["source_language", "language", "key"],
                name="translations_one_entry_a_term",
                violation_error_message=_("The glossary has an entry for this term already."),
            )
        ]

    def __str__(self):
        return self.term

    def save(self, *args, update_fields=None, **kwargs):
        """Save, with the key of the term that is saved."""
        self.key = key_of(self.term)
        if update_fields is not None:
            update_fields = {*update_fields, "key"}
        super().save(*args, update_fields=update_fields, **kwargs)

    def clean(self):
        """Tidy the lines; refuse a term or wordings without a word, and a language twice."""
        super().clean()
        self.term = " ".join(self.term.split())
        self.key = key_of(self.term)
        self.preferred = "\n".join(lines_of(self.preferred))
        self.discouraged = "\n".join(lines_of(self.discouraged))
        if self.source_language == self.language:
            raise ValidationError({"language": _("Choose another language than the term's.")})
        for name in ("term", "preferred"):
            if getattr(self, name) and not words_of(getattr(self, name)):
                raise ValidationError({name: _("There is no word in this.")})
        # Forms leave it to us, because nobody can type the key.
        self._meta.constraints[0].validate(type(self), self)


def key_of(term: str) -> str:
    """Return what is equal for terms that differ in capitals, accents and hyphens alone.

    An abbreviation is not the word that is spelt like it: AIDS is not aids.
    """
    return " ".join(word.form.upper() if word.is_acronym else word.form for word in words_of(term))[
        : 2 * LONGEST_TERM
    ]
