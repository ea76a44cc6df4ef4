"""The columns of the board."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import F
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import (
    BulkActionsCheckboxColumn,
    Column,
    DateColumn,
    NumberColumn,
    TitleColumn,
)

from core.languages import direction_of, get_language
from translations.models import Severity, Status


class SourceColumn(TitleColumn):
    """What is to be translated, and into which language."""

    cell_template_name = "translations/board/source_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        """Return Wagtail's context, with the kind of the source and both languages."""
        context = super().get_cell_context_data(instance, parent_context)
        kind = ContentType.objects.get_for_id(instance.source.content_type_id)
        source = instance.source_language
        return {
            **context,
            "kind": capfirst(kind.model_class()._meta.verbose_name),
            "source_language": source,
            "source_direction": direction_of(source),
            "language": get_language(instance.language),
        }


class StateColumn(Column):
    """The state, and how much matters what has changed."""

    cell_template_name = "translations/board/state_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        """Return Wagtail's context, with what makes the row stand out."""
        context = super().get_cell_context_data(instance, parent_context)
        return {
            **context,
            "is_done": instance.status == Status.FRESH,
            "is_critical": instance.severity == Severity.SAFETY,
        }


class SparseNumberColumn(NumberColumn):
    """A number that is left out where it is 0, so that the others stand out."""

    def get_cell_context_data(self, instance, parent_context):
        """Return Wagtail's context, without a 0."""
        context = super().get_cell_context_data(instance, parent_context)
        return context if context["raw_value"] else {**context, "value": ""}


def name_of(row):
    """Return how somebody on a row is called in the admin, "" for nobody."""
    full = f"{row.person_first or ''} {row.person_last or ''}".strip()
    return full or row.person_username or ""


COLUMNS = [
    BulkActionsCheckboxColumn("bulk_actions", obj_type="item"),
    SourceColumn(
        "title",
        label=_("Title"),
        accessor="source.title",
        sort_key="source__title",
        get_url=lambda row: reverse("translations_board_open", args=[row.pk]),
        get_title_id=lambda row: f"item_{row.pk}_title",
    ),
    StateColumn("status", label=_("State"), accessor="get_status_display", sort_key="urgency"),
    SparseNumberColumn("changed", label=_("Changed"), sort_key="changed"),
    SparseNumberColumn("missing", label=_("Missing"), sort_key="missing"),
    SparseNumberColumn("words_left", label=_("Words left"), sort_key="words_left"),
    Column("person", label=_("Assigned to"), accessor=name_of),
    DateColumn("since", label=_("Since"), sort_key="since"),
    NumberColumn("visits", label=_("Visits in 30 days"), sort_key="visits"),
]
BY_DEFAULT = "-urgency"
# What matters most comes first among equals, and rows keep one order on every page.
_AMONG_EQUALS = ["-urgency", "-visits", "pk"]


def in_order(states, ordering):
    """Return a queryset of states by a column's key, "-" before it for the greatest first."""
    key = ordering.removeprefix("-")
    # What has no date is not older than all else.
    first = F(key).desc(nulls_last=True) if ordering[0] == "-" else F(key).asc(nulls_last=True)
    if key in ("urgency", "visits"):
        first = ordering
    rest = [each for each in _AMONG_EQUALS if each.removeprefix("-") != key]
    return states.order_by(first, *rest)
