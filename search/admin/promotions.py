"""Promoted results in the admin."""

from wagtail.snippets.views.snippets import SnippetViewSet

from search.models import Promotion

from .filled_in import FilledInCreateView


class PromotionCreateView(FilledInCreateView):
    """Adds a promotion for the questions and the language of the address."""

    filled_in = ("questions", "language")


class PromotionViewSet(SnippetViewSet):
    """All promoted results, by language."""

    model = Promotion
    icon = "pick"
    add_view_class = PromotionCreateView
    list_display = ["__str__", "page", "language", "sort_order"]
    list_filter = ["language"]
    list_per_page = 50
    search_fields = ["questions", "page__title"]
