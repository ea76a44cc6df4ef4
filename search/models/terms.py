"""The vocabulary of search: what a concept is called, in the words of each language."""

import zlib

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import TranslatableField

from core.lines import lines_of
from search.expressions import LONGEST, key_of

MOST_ALTERNATIVES = 30


class SearchTermQuerySet(models.QuerySet):
    """Search terms, and what tells one state of all of them from another."""

    def version(self) -> str:
        """Return a text that differs after any change of any term, at the cost of one query."""
        found = self.aggregate(count=models.Count("pk"), total=models.Sum("digest"))
        return version_of(found["count"], found["total"] or 0)


def version_of(count: int, total: int) -> str:
    """Return the version of `count` terms whose digests sum up to `total`."""
    return f"{count}.{total}"


class SearchTerm(TranslatableMixin, models.Model):
    """One concept in one language; `translation_key` joins it to its other languages.

    `digest` is a number made from the content. `loaded_digest` is what it was when a term list
    was loaded, so that what an editor has changed since then can be told; None for a term that
    came from no list.
    """

    name = models.CharField(
        _("preferred expression"),
        max_length=LONGEST,
        help_text=_("What most people call it, such as kangaroo mother care."),
    )
    alternatives = models.TextField(
        _("other expressions"),
        blank=True,
        help_text=_(
            "Abbreviations and synonyms in the same language, one on each line, such as KMC. "
            "Who searches for one of them finds the others too."
        ),
    )
    digest = models.BigIntegerField(default=0, editable=False)
    loaded_digest = models.BigIntegerField(null=True, editable=False)

    objects = SearchTermQuerySet.as_manager()

    panels = [FieldPanel("name"), FieldPanel("alternatives")]
    translatable_fields = [TranslatableField("name"), TranslatableField("alternatives")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("search term")
        verbose_name_plural = _("search terms")
        ordering = ["name", "pk"]

    def __str__(self):
        return self.name

    def save(self, *args, update_fields=None, **kwargs):
        """Save, with the digest of what is saved."""
        self.digest = self.content_digest()
        if update_fields is not None:
            update_fields = {*update_fields, "digest"}
        super().save(*args, update_fields=update_fields, **kwargs)

    def content_digest(self) -> int:
        """Return the number that stands for the term's content, below 2 to the power of 32."""
        content = (str(self.translation_key), str(self.locale_id), self.name, self.alternatives)
        return zlib.crc32("\x1f".join(content).encode())

    def expressions(self) -> list[str]:
        """Return everything that the concept is called in this language, the preferred first."""
        return [self.name, *lines_of(self.alternatives)]

    def lacking(self, expressions: list[str]) -> list[str]:
        """Return those of `expressions` that the term does not have yet and has room for."""
        language = self.locale.language_code
        known = {key_of(expression, language) for expression in self.expressions()}
        new = {key_of(expression, language): expression for expression in reversed(expressions)}
        room = MOST_ALTERNATIVES - len(lines_of(self.alternatives))
        return [each for key, each in reversed(new.items()) if key not in known][: max(0, room)]

    def add(self, expressions: list[str]) -> None:
        """Add to the alternatives what is lacking."""
        lines = [*lines_of(self.alternatives), *self.lacking(expressions)]
        self.alternatives = "\n".join(lines)

    def clean(self):
        """Tidy the lines; refuse what search could not use, naming the line's own words."""
        super().clean()
        self.name = " ".join(self.name.split())
        lines = lines_of(self.alternatives)
        self.alternatives = "\n".join(lines)
        language = self.locale.language_code
        problem = self.name and problem_of_expression(self.name, language)
        if problem:
            raise ValidationError({"name": problem})
        problem = _problem_of_lines(lines, self.name, language)
        if problem:
            raise ValidationError({"alternatives": problem})


def problem_of_expression(text: str, language: str):
    """Return why search cannot use an expression in `language` (a code), None where it can."""
    if len(text) > LONGEST:
        return _("“%(text)s…” is too long: an expression has at most %(count)d characters.") % {
            "text": text[:40],
            "count": LONGEST,
        }
    if not key_of(text, language):
        return _("“%(text)s” has no word or number in it.") % {"text": text}
    return None


def _problem_of_lines(lines, name, language):
    if len(lines) > MOST_ALTERNATIVES:
        return _("Give at most %(count)d expressions.") % {"count": MOST_ALTERNATIVES}
    seen = {key_of(name, language): name}
    for line in lines:
        if problem := problem_of_expression(line, language):
            return problem
        key = key_of(line, language)
        if key in seen:
            return _("To search, “%(text)s” is the same as “%(other)s”. Keep one of them.") % {
                "text": line,
                "other": seen[key],
            }
        seen[key] = line
    return None
