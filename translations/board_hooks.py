"""The board of translations among Wagtail's own hooks."""

from django.urls import path, reverse
from wagtail import hooks

from .board.actions import AssignAction, CheckedAction, StartAction
from .board.views import BoardMenuItem, BoardView, OpenView
from .mail.account import DigestPanel
from .visits import count_visit


@hooks.register("register_admin_urls")
def board_urls():
    """Give the board its addresses."""
    return [
        path("translations/", BoardView.as_view(), name="translations_board"),
        path(
            "translations/results/",
            BoardView.as_view(results_only=True),
            name="translations_board_results",
        ),
        path("translations/<int:pk>/", OpenView.as_view(), name="translations_board_open"),
    ]


@hooks.register("register_admin_menu_item")
def board_menu_item():
    """Put the board into the menu, after the pages and the resources."""
    return BoardMenuItem(
        BoardView.page_title,
        reverse("translations_board"),
        name="translations",
        icon_name=BoardView.header_icon,
        order=155,
    )


@hooks.register("construct_reports_menu")
def one_list_of_translations(request, menu_items):
    """Take away wagtail-localize's list, which calls up to date what has an old source."""
    address = reverse("wagtail_localize:translations_report")
    menu_items[:] = [item for item in menu_items if item.url != address]


@hooks.register("on_serve_page")
def count_what_is_read(serve):
    """Count the pages that readers open."""

    def counting(page, request, args, kwargs):
        response = serve(page, request, args, kwargs)
        count_visit(page, request, response)
        return response

    return counting


hooks.register("register_account_settings_panel", DigestPanel)
for action in (StartAction, AssignAction, CheckedAction):
    hooks.register("register_bulk_action", action)
