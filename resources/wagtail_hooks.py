"""The library in the admin: its taxonomies, and a list of all resources with their reviews."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import DateColumn
from wagtail.admin.views.pages.listing import GenericPageFilterSet, PageListingMixin
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from resources.importers import history
from resources.models import (
    Audience,
    CareSetting,
    Equipment,
    Method,
    ResourcePage,
    TeamRole,
    Topic,
)


class TermViewSet(SnippetViewSet):
    """Lists the terms of one taxonomy; editors drag them into order."""

    list_display = ["name", "slug", "sort_order"]
    sort_order_field = "sort_order"
    list_per_page = 50


class TopicViewSet(TermViewSet):
    """Topics."""

    model = Topic
    icon = "tag"


class CareSettingViewSet(TermViewSet):
    """Care settings."""

    model = CareSetting
    icon = "home"


class AudienceViewSet(TermViewSet):
    """Audiences."""

    model = Audience
    icon = "group"


class MethodViewSet(TermViewSet):
    """QI methods."""

    model = Method
    icon = "cogs"


class TeamRoleViewSet(TermViewSet):
    """Team roles."""

    model = TeamRole
    icon = "group"


class EquipmentViewSet(TermViewSet):
    """Equipment."""

    model = Equipment
    icon = "clipboard-list"


class TaxonomyViewSetGroup(SnippetViewSetGroup):
    """All taxonomies under one entry of the menu."""

    items = (
        TopicViewSet,
        CareSettingViewSet,
        AudienceViewSet,
        MethodViewSet,
        TeamRoleViewSet,
        EquipmentViewSet,
    )
    menu_label = _("Taxonomies")
    menu_icon = "tag"
    menu_order = 250


class ResourceListingViewSet(PageListingViewSet):
    """All resources, with their kinds and the day their next review is due."""

    model = ResourcePage
    icon = "doc-full-inverse"
    menu_label = _("Resources")
    menu_order = 150
    add_to_admin_menu = True
    columns = [
        *PageListingMixin.base_columns,
        DateColumn("review_due_on", label=_("Review due"), sort_key="review_due_on"),
    ]
    filterset_class = GenericPageFilterSet

    def get_index_view_kwargs(self, **kwargs):
        """Leave out the button to add: resources are made in their sections."""
        return super().get_index_view_kwargs(**kwargs) | {"add_url_name": None}


register_snippet(TaxonomyViewSetGroup)


@hooks.register("register_admin_viewset")
def resource_listing():
    """Put the list of resources into the admin's menu."""
    return ResourceListingViewSet("resource_listing")


@hooks.register("register_log_actions")
def import_action(actions):
    """Name imports in the history of the pages they wrote."""
    actions.register_action(history.ACTION, history.LABEL, history.MESSAGE)


@hooks.register("construct_main_menu")
def name_sound_files(request, menu_items):
    """Call the library of sound what it holds; the package calls it media."""
    for item in menu_items:
        if item.name == "media":
            item.label = _("Sound files")
