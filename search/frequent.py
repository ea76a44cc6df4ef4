"""Questions that many ask and that the hub answers, to offer to who begins to type one."""

from datetime import timedelta

from django.db import transaction
from django.db.models import BigIntegerField, Func
from django.utils import timezone

from core import identity
from core.languages import CONTENT_LANGUAGES

from .beginnings import as_typed
from .engines import database_engine
from .models import FrequentQuestion, QuestionCount

DAYS = 90
# So many of a language are enough to choose from.
MOST_OF_A_LANGUAGE = 1_000
# For each one wanted, so many that begin alike are looked at whether they are answered still.
_LOOKED_AT = 2
# Sorts behind every letter, in UTF-8.
_LAST = b"\xff"


class _Answer(Func):
    """An entry that readers may see now and that has all words of a question as typed, or NULL.

    The first expression is the question; with a second one, only that entry is looked at.
    """

    output_field = BigIntegerField()

    def as_sql(self, compiler, connection, **context):
        """Return the SELECT, as the database's engine keeps words."""
        (words, parameters), *only = map(compiler.compile, self.source_expressions)
        languages = identity.withheld() or [""]
        sql = (
            f"(SELECT e.page_id FROM ({database_engine().holding(words)}) AS holding "
            "CROSS JOIN search_entry e WHERE e.page_id = holding.id "
            "AND (e.expires_at IS NULL OR e.expires_at > %s) "
            f"AND e.language NOT IN ({', '.join(['%s'] * len(languages))})"
        )
        now = connection.ops.adapt_datetimefield_value(timezone.now())
        parameters = [*parameters, now, *languages]
        for entry, more in only:
            sql += f" AND e.page_id = {entry}"
            parameters += more
        return f"{sql} LIMIT 1)", parameters


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
        pk__in=likely[: most * _LOOKED_AT], answer=_Answer("question", "answer")
    )
    return list(answered.values_list("text", flat=True)[:most])


def choose_frequent() -> None:
    """Choose anew which questions are frequent."""
    since = timezone.localdate() - timedelta(days=DAYS)
    chosen = [row for each in CONTENT_LANGUAGES for row in _most_asked(each.code, since)]
    with transaction.atomic():
        FrequentQuestion.objects.all().delete()
        FrequentQuestion.objects.bulk_create(chosen, batch_size=500)
        FrequentQuestion.objects.update(answer=_Answer("question"))
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
