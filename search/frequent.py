"""Questions that many ask and that the hub answers, to offer to who begins to type one."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from core.languages import CONTENT_LANGUAGES

from .beginnings import as_typed
from .holding import AnsweringEntry
from .models import FrequentQuestion, QuestionCount

DAYS = 90
# So many of a language are enough to choose from.
MOST_OF_A_LANGUAGE = 1_000
# For each one wanted, so many that begin alike are looked at whether they are answered still.
_LOOKED_AT = 2
# Sorts behind every letter, in UTF-8.
_LAST = b"\xff"


def questions(typed: str, language: str, most: int) -> list[str]:
    """Return up to `most` questions that readers of `language` ask and that begin with `typed`.

    `typed` is in the form of `search.beginnings.normal`. What is asked most comes first, and only
    what is answered now: one resource that readers may see has all words of the question. One
    query. Raises DatabaseError where the database cannot answer.
    """
    begun = as_typed(typed)
    asked = FrequentQuestion.objects.filter(language=language).order_by("-asked", "question")
    likely = asked.filter(beginning__gte=begun, beginning__lt=begun + _LAST).values("pk")
    answered = asked.filter(
        pk__in=likely[: most * _LOOKED_AT], answer=AnsweringEntry("question", "answer")
    )
    return list(answered.values_list("text", flat=True)[:most])


def choose_frequent() -> None:
    """Choose anew which questions are frequent."""
    since = timezone.localdate() - timedelta(days=DAYS)
    chosen = [row for each in CONTENT_LANGUAGES for row in _most_asked(each.code, since)]
    with transaction.atomic():
        FrequentQuestion.objects.all().delete()
        FrequentQuestion.objects.bulk_create(chosen, batch_size=500)
        FrequentQuestion.objects.update(answer=AnsweringEntry("question"))
        FrequentQuestion.objects.filter(answer=None).delete()


def _most_asked(language, since):
    counts = QuestionCount.objects.filter(language=language, day__gt=since).totals()
    return [
        FrequentQuestion(
            language=language,
            question=row["question"],
            beginning=as_typed(row["text"]),
            text=row["text"],
            asked=row["asked"],
        )
        for row in counts[:MOST_OF_A_LANGUAGE]
    ]
