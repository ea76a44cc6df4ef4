"""What readers ask, counted by day and language: nothing here says who asked, or when in a day."""

from django.db import models
from django.utils.translation import gettext_lazy as _

# What one word or a few take; longer questions are not kept, because they may tell of somebody.
LONGEST_TEXT = 80
LONGEST_QUESTION = 160


class QuestionCount(models.Model):
    """How often one question was asked on one day by readers of one language.

    `question` is its folded words, by which it is counted; `text` one way to type it. `empty`
    counts the askings that found nothing, `opened` the pages opened from its results; `found`
    tells whether the last asking of the day found something.
    """

    language = models.CharField(_("language"), max_length=10)
    question = models.CharField(_("question"), max_length=LONGEST_QUESTION)
    text = models.CharField(max_length=LONGEST_TEXT)
    day = models.DateField(db_index=True)
    asked = models.PositiveIntegerField(_("asked"), default=0)
    empty = models.PositiveIntegerField(default=0)
    opened = models.PositiveIntegerField(_("opened"), default=0)
    found = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("question of readers")
        verbose_name_plural = _("questions of readers")
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["language", "question", "day"], name="search_one_count_a_day"
            )
        ]

    def __str__(self):
        return f"{self.day} {self.language}: {self.text}"


class FrequentQuestion(models.Model):
    """A question asked often enough to be offered to others, made anew from the counts.

    Few among many, so that looking one up by its beginning takes as long as it always did.
    """

    language = models.CharField(max_length=10)
    question = models.CharField(max_length=LONGEST_QUESTION, db_index=True)
    text = models.CharField(max_length=LONGEST_TEXT)
    asked = models.PositiveIntegerField()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["language", "question"], name="search_one_frequent_question"
            )
        ]

    def __str__(self):
        return self.text
