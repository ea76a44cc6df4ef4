"""Search among Wagtail's own hooks."""

from django.contrib.auth.models import Permission
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from .admin.content_requests import ContentRequestViewSet, ask_for_content
from .admin.gaps import GapsMenuItem, GapsView
from .admin.promotions import PromotionViewSet
from .admin.terms import SearchTermViewSet
from .counting import count_opened


class SearchViewSetGroup(SnippetViewSetGroup):
    """What editors can do for search, under one entry of the menu."""

    items = (SearchTermViewSet, PromotionViewSet, ContentRequestViewSet)
    menu_label = _("Search")
    menu_icon = "search"
    menu_order = 260


register_snippet(SearchViewSetGroup)


@hooks.register("register_admin_urls")
def gaps_urls():
    """Give the report of readers' questions its addresses."""
    return [
        path("searches/", GapsView.as_view(), name="search_gaps"),
        path("searches/results/", GapsView.as_view(results_only=True), name="search_gaps_results"),
        path("searches/ask/", ask_for_content, name="search_ask_for_content"),
    ]


@hooks.register("register_reports_menu_item")
def gaps_menu_item():
    """Put the report of readers' questions among Wagtail's own."""
    return GapsMenuItem(
        GapsView.page_title, reverse("search_gaps"), name="searches", icon_name="search", order=100
    )


@hooks.register("register_permissions")
def gaps_permission():
    """Let administrators say who sees the report."""
    return Permission.objects.filter(
        content_type__app_label="search", codename="view_questioncount"
    )


@hooks.register("on_serve_page")
def count_what_is_opened(serve):
    """Count the resource that a reader opens from the results of a question."""

    def counting(page, request, args, kwargs):
        response = serve(page, request, args, kwargs)
        count_opened(request, page, response)
        return response

    return counting
