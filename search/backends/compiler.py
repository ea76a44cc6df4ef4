"""From a question put to a queryset to the objects that answer it."""

from django.db import connection
from django.db.models import F, FloatField, QuerySet, Value
from django.db.models.expressions import RawSQL
from wagtail.models import Locale
from wagtail.search.backends.base import BaseSearchQueryCompiler, SearchFieldError
from wagtail.search.index import AutocompleteField, RelatedFields, SearchField

from search.analysis import index_terms

from .conditions import asked_languages, condition, has_negation, holds, terms_of
from .stores import Place, Store
from .words import LONGEST_TEXT, language_of, numbers_of, text_of


class WordsQueryCompiler(BaseSearchQueryCompiler):
    """Finds the objects of a queryset whose words answer a question.

    All of the queryset's filters and orders work, as it is the database that searches.
    """

    DEFAULT_OPERATOR = "and"
    HANDLES_ORDER_BY_EXPRESSIONS = True
    field_kind = SearchField
    last_begins = False

    def check(self):
        """Raise SearchFieldError for a field that the model does not declare."""
        declared = {
            field.field_name for field in self.queryset.model.get_searchable_search_fields()
        }
        for name in self.fields or ():
            if name not in declared:
                raise SearchFieldError(
                    f"{self.queryset.model.__name__} declares no SearchField {name!r}.",
                    field_name=name,
                )

    def matching(self, store: Store) -> QuerySet:
        """Return the objects found, in the queryset's own order."""
        return self._matching(self._place(store), store)[0]

    def tiers(self, store: Store, score_field: str | None) -> list[QuerySet]:
        """Return the objects found, with their score as `score_field` if it has a name.

        The best come first, unless the queryset's own order was asked for. Where more match than
        can be ranked, those with the words in the title come first, then the others, in a
        queryset of their own; and the newest of either before the older.
        """
        place = self._place(store)
        queryset, expression = self._matching(place, store)
        score = Value(0.0, FloatField())
        if expression is not None:
            score = RawSQL(place.score, [expression] * place.score.count("%s"), FloatField())
        if score_field:
            queryset = queryset.annotate(**{score_field: score})
        if expression is None or not self.order_by_relevance:
            is_ordered = bool(queryset.query.order_by)
            return [queryset if is_ordered else queryset.order_by("-pk")]
        if self._can_rank(place, expression):
            return [queryset.annotate(_score=score).order_by(F("_score").desc(), "pk")]
        newest = queryset.order_by(RawSQL(place.number, ()).desc())
        return self._titles_first(newest, store) if place is store.words else [newest]

    def _can_rank(self, place, expression):
        if place.most_ranked is None:
            return True
        rows = (
            f"SELECT 1 FROM {place.table} WHERE {place.matches} "
            f"AND {place.among(numbers_of(self.queryset.model))} LIMIT {place.most_ranked + 1}"
        )
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT COUNT(*) FROM ({rows}) AS matching", [expression])
            return cursor.fetchone()[0] <= place.most_ranked

    def _titles_first(self, queryset, store):
        in_title = condition(self._terms(), store.typed.notation).expression
        return [
            queryset.extra(where=[where], params=[in_title])
            for where in (store.typed.matches, f"NOT ({store.typed.matches})")
        ]

    def _terms(self):
        return terms_of(self.query, *asked_languages(self.queryset), self.last_begins)

    def _matching(self, place, store):
        """Return the objects found, and the expression that finds them, None if none does."""
        terms = self._terms()
        asked = condition(terms, place.notation)
        if self._must_read(place, store) and has_negation(terms):
            return self._read(self.queryset, terms, store), None
        if asked.expression is None:
            return self.queryset if asked.is_negated else self.queryset.none(), None
        if asked.is_negated:
            return self._others(place, asked.expression), None
        found = self._found(place, asked.expression)
        if self._must_read(place, store):
            found = self._read(found, terms, store)
        return found, asked.expression

    def _found(self, place, expression):
        numbers = numbers_of(self.queryset.model)
        rows = self.queryset.extra(
            tables=[place.table],
            where=[place.matches, place.among(numbers)],
            params=[expression],
        )
        return rows.filter(pk=RawSQL(place.key(numbers), ()))

    def _others(self, place, expression):
        numbers = numbers_of(self.queryset.model)
        keys = (
            f"SELECT {place.key(numbers)} FROM {place.table} "
            f"WHERE {place.matches} AND {place.among(numbers)}"
        )
        return self.queryset.exclude(pk__in=RawSQL(keys, [expression]))

    def _place(self, store) -> Place:
        return store.titles if self.fields and set(self.fields) == {"title"} else store.words

    def _must_read(self, place, store):
        """Tell whether only some of the fields were asked for that the index knows as one."""
        if self.fields is None or place is store.titles:
            return False
        kinds = (self.field_kind, RelatedFields)
        known = [f for f in self.queryset.model.get_search_fields() if isinstance(f, kinds)]
        return not {field.field_name for field in known} <= set(self.fields)

    def _read(self, queryset, terms, store):
        """Return the objects of `queryset` that have the words in the fields asked for.

        Takes as long as analysing these fields anew.
        """
        languages = dict(Locale.objects.values_list("pk", "language_code"))
        fields = [
            field
            for field in self.queryset.model.get_search_fields()
            if isinstance(field, self.field_kind) and field.field_name in self.fields
        ]
        keys = []
        for item in queryset.iterator(chunk_size=500):
            text = "\n".join(text_of(field.get_value(item)) for field in fields)
            words = index_terms(text, language_of(item, languages), LONGEST_TEXT)
            if holds(terms, words.stems, words.exact):
                keys.append(item.pk)
        return queryset.filter(pk__in=RawSQL(store.listed, [str(keys)]))


class BeginningQueryCompiler(WordsQueryCompiler):
    """Finds objects while somebody types: the last word may be a beginning."""

    field_kind = AutocompleteField
    last_begins = True

    def _place(self, store):
        return store.typed
