"""What readers ask, counted by day and language: nothing here says who asked, or when in a day."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..beginnings import MOST_BYTES

# What one word or a few take; longer questions are not kept, because they may tell of somebody.
LONGEST_TEXT = 80
LONGEST_QUESTION = 160
# Asked so often, a question is everybody's; fewer times, it may be somebody's.
FEWEST_ASKINGS = 3


class QuestionCountQuerySet(models.QuerySet):
    """Counts of questions, and what they come to."""

    def totals(self):
        """Return what was asked, one row a question and language, the most asked first.

        Each row is a dictionary: `text`, `asked`, `empty`, `opened`, the last day on which it
        was asked and the last on which it found something. What was asked too seldom is left
        out. Days and languages may be chosen before or after.
        """
        return (
            self.values("language", "question")
            .annotate(
                last_day=models.Max("day", filter=models.Q(asked__gt=0)),
                last_found=models.Max("day", filter=models.Q(asked__gt=0, found=True)),
            )
            .annotate(
                text=models.Max("text"),
                asked=models.Sum("asked"),
                empty=models.Sum("empty"),
                opened=models.Sum("opened"),
            )
            .filter(asked__gte=FEWEST_ASKINGS)
            .order_by("-asked", "language", "question")
        )


class QuestionCount(models.Model):
    """How often one question was asked on one day by readers of one language.

    `question` is its folded words, by which it is counted; `text` one way to type it. `empty`
    counts the askings that found nothing, `opened` the pages opened from its results; `found`
    tells whether the last asking of the day found something.
    """

    language = models.CharField(max_length=10)
    question = models.CharField(max_length=LONGEST_QUESTION)
    text = models.CharField(max_length=LONGEST_TEXT)
    day = models.DateField(db_index=True)
    asked = models.PositiveIntegerField(default=0)
    empty = models.PositiveIntegerField(default=0)
    opened = models.PositiveIntegerField(default=0)
    found = models.BooleanField(default=False)

    objects = QuestionCountQuerySet.as_manager()

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
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

    Few among many, so that looking one up takes as long whatever the log holds. `beginning` is
    in the form of `search.beginnings.as_typed`, in which what is typed is compared. `answer` is
    one entry that has all its words; no foreign key, because a question goes without it.
    """

    language = models.CharField(max_length=10)
    question = models.CharField(max_length=LONGEST_QUESTION)
    beginning = models.BinaryField(max_length=MOST_BYTES)
    text = models.CharField(max_length=LONGEST_TEXT)
    asked = models.PositiveIntegerField()
    answer = models.BigIntegerField(null=True)

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["language", "beginning"], name="search_begun_questions")]
        constraints = [
            models.UniqueConstraint(
                fields=["language", "question"], name="search_one_frequent_question"
            )
        ]

    def __str__(self):
        return self.text
