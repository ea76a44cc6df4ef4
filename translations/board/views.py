"""The board in the admin: what is to be translated, what matters most first."""

from django.core.exceptions import PermissionDenied
from django.db.models import F, Q
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views import View
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic import BaseListingView

from translations import teams
from translations.models import Status, TranslationState

from .columns import BY_DEFAULT, COLUMNS, in_order
from .filters import BoardFilterSet
from .links import address_of
from .rows import rows, with_assignments, with_people
from .summary import summarise


class BoardView(BaseListingView):
    """One row for each page or term in each language of the user's teams."""

    model = TranslationState
    page_title = _("Translations")
    header_icon = "wagtail-localize-language"
    template_name = "translations/board/board.html"
    results_template_name = "translations/board/results.html"
    index_url_name = "translations_board"
    index_results_url_name = "translations_board_results"
    verbose_name_plural = _("translations")
    filterset_class = BoardFilterSet
    is_searchable = True
    search_backend_name = None
    search_fields = ["source__title"]
    columns = COLUMNS
    default_ordering = BY_DEFAULT
    paginate_by = 50

    def dispatch(self, request, *args, **kwargs):
        """Answer a member of any team; raises PermissionDenied for others."""
        if not teams.languages_of(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self):
        """Return all rows that the user may see, with what the columns show."""
        states = with_people(with_assignments(rows(self.request.user)))
        return (
            states.select_related("source")
            .defer("marks")
            .annotate(
                language=F("locale__language_code"),
                source_language=F("source__locale__language_code"),
            )
        )

    def order_queryset(self, queryset):
        """Return the rows in the order that is asked for."""
        return in_order(queryset, self.ordering)

    @cached_property
    def summary(self):
        """How each language stands, and how many rows the filters leave."""
        condition = self.filters.condition()
        if self.is_searching:
            condition &= Q(source__title__icontains=self.search_query)
        return summarise(with_assignments(rows(self.request.user)), condition)

    def get_paginator(self, queryset, per_page, **kwargs):
        """Return Wagtail's paginator, which need not count what the summary has counted."""
        paginator = super().get_paginator(queryset, per_page, **kwargs)
        _languages, paginator.count = self.summary
        return paginator

    def get_context_data(self, **kwargs):
        """Return Wagtail's context, with how each language stands."""
        context = super().get_context_data(**kwargs)
        languages, _count = self.summary
        return {**context, "languages": languages, "statuses": Status.labels}


class OpenView(View):
    """Leads from a row to where it is translated."""

    def get(self, request, pk):
        """Redirect to the place; a row that the user may not see is not found."""
        states = rows(request.user).select_related("source__content_type", "locale")
        return redirect(address_of(get_object_or_404(states, pk=pk), request.user))


class BoardMenuItem(MenuItem):
    """The board's place in the menu, for members of teams."""

    def is_shown(self, request):
        """Tell whether the user answers for any language."""
        return bool(teams.languages_of(request.user))
