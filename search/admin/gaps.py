"""What readers ask and the hub does not answer, in the admin, with what can be done about it."""

from datetime import timedelta
from urllib.parse import urlencode

import django_filters
from django.db.models import F, Q
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import BaseColumn, Column, NumberColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from core.languages import LANGUAGE_CHOICES, direction_of
from search.models import ContentRequest, QuestionCount

NOTHING, NOWHERE, EVERYTHING = "nothing", "nowhere", "everything"
_DAYS = ("7", "30", "90")
_USUAL_DAYS = "30"
_NAMES = dict(LANGUAGE_CHOICES)
_SHOWN = {
    NOTHING: Q(last_found=None) | Q(last_found__lt=F("last_day")),
    NOWHERE: Q(opened=0, last_found=F("last_day")),
    EVERYTHING: Q(),
}


class GapsFilterSet(WagtailFilterSet):
    """Which questions, of which language and how many days; what found nothing is chosen first."""

    show = django_filters.ChoiceFilter(
        label=_("Questions"),
        choices=[
            (NOTHING, _("Found nothing")),
            (NOWHERE, _("Led nowhere")),
            (EVERYTHING, _("All")),
        ],
        empty_label=None,
        method="only_shown",
    )
    language = django_filters.ChoiceFilter(label=_("Language"), choices=LANGUAGE_CHOICES)
    days = django_filters.ChoiceFilter(
        label=_("Days"),
        choices=[(days, days) for days in _DAYS],
        empty_label=None,
        method="only_since",
    )

    class Meta:
        model = QuestionCount
        fields = ["show", "language", "days"]

    def __init__(self, data, **kwargs):
        usual = {"show": NOTHING, "days": _USUAL_DAYS}
        super().__init__({**usual, **data.dict()}, **kwargs)

    def only_shown(self, queryset, name, value):
        """Return the totals of the kind that `value` names."""
        return queryset.filter(_SHOWN[value])

    def only_since(self, queryset, name, value):
        """Return the totals of so many days, today among them."""
        return queryset.filter(day__gt=timezone.localdate() - timedelta(days=int(value)))


class QuestionColumn(Column):
    """A question, marked with the language that it is in."""

    cell_template_name = "search/admin/question.html"

    def get_cell_context_data(self, instance, parent_context):
        """Return Wagtail's context, with the language of the question and its direction."""
        context = super().get_cell_context_data(instance, parent_context)
        language = instance["language"]
        return {**context, "language": language, "direction": direction_of(language)}


class ActionsColumn(BaseColumn):
    """What the editor may do about a question, in one step each."""

    cell_template_name = "search/admin/actions.html"

    def get_cell_context_data(self, instance, parent_context):
        """Return Wagtail's context, with the addresses of the actions that the editor may take."""
        context = super().get_cell_context_data(instance, parent_context)
        request = parent_context["request"]
        return {
            **context,
            "links": [
                (label, f"{reverse(name)}?{urlencode(query)}")
                for permission, label, name, query in _links(instance)
                if request.user.has_perm(permission)
            ],
            "may_request": request.user.has_perm("search.add_contentrequest"),
            "requested": ContentRequest._meta.verbose_name,
            "csrf_token": get_token(request),
        }


def _links(question):
    text, language = question["text"], question["language"]
    yield (
        "search.add_searchterm",
        _("Add a synonym"),
        "wagtailsnippets_search_searchterm:add",
        {"locale": language, "alternatives": text},
    )
    yield (
        "search.add_promotion",
        _("Promote a page"),
        "wagtailsnippets_search_promotion:add",
        {"language": language, "questions": text},
    )


def _as_text(text):
    """Return `text` such that no spreadsheet takes it for a formula: readers wrote it."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text


class GapsView(ReportView):
    """The report: one row for each question that was asked at least three times."""

    model = QuestionCount
    permission_policy = ModelPermissionPolicy(QuestionCount)
    permission_required = "view"
    page_title = _("What readers search for")
    header_icon = "search"
    verbose_name_plural = QuestionCount._meta.verbose_name_plural
    index_url_name = "search_gaps"
    index_results_url_name = "search_gaps_results"
    filterset_class = GapsFilterSet
    default_ordering = "-asked"
    columns = [
        QuestionColumn("text", label=_("Question")),
        Column("language", label=_("Language"), accessor=lambda row: _NAMES[row["language"]]),
        NumberColumn("asked", label=_("Asked"), sort_key="asked"),
        NumberColumn("empty", label=_("Found nothing"), sort_key="empty"),
        NumberColumn("opened", label=_("Results opened"), sort_key="opened"),
        ActionsColumn("actions", label=_("Actions")),
    ]
    export_filename = "searches"
    list_export = ["text", "language", "asked", "empty", "opened"]
    export_headings = {column.name: column.label for column in columns}
    custom_field_preprocess = {"text": {ReportView.FORMAT_CSV: _as_text}}

    def get_base_queryset(self):
        """Return the totals of all questions, before any filter."""
        return QuestionCount.objects.totals()

    def order_queryset(self, queryset):
        """Keep questions with the same number in one order on every page."""
        return queryset.order_by(self.ordering, "language", "question")

    def get_filtered_queryset(self):
        """Return what is shown; `get_queryset` has applied the filters already."""
        return self.get_queryset()

    def paginate_queryset(self, queryset, page_size):
        """Return Django's four values; the rows of the page know what was requested for them."""
        paginator, page, rows, is_paginated = super().paginate_queryset(queryset, page_size)
        requests = ContentRequest.objects.filter(question__in=[row["text"] for row in rows])
        requested = {(each.language, each.question): each for each in requests}
        marked = [{**row, "request": requested.get((row["language"], row["text"]))} for row in rows]
        return paginator, page, marked, is_paginated


class GapsMenuItem(MenuItem):
    """The report's place in the menu, for who may see it."""

    def is_shown(self, request):
        """Tell whether the editor may see the report."""
        return request.user.has_perm("search.view_questioncount")
