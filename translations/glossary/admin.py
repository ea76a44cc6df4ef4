"""The glossary in the admin: each team has its own language's."""

from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import policy_registry

from core.languages import direction_of
from core.lines import lines_of
from translations.models import GlossaryEntry

from .policy import VIEW


class GlossaryForm(WagtailAdminModelForm):
    """Offers the languages whose glossary the user may change; a single one is chosen."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        codes = policy_registry.get_by_type(GlossaryEntry).languages(self.for_user, "change")
        field = self.fields["language"]
        field.choices = [choice for choice in field.choices if choice[0] in {"", *codes}]
        if len(codes) == 1:
            self.initial["language"] = self.initial.get("language") or next(iter(codes))


def _allowed(user, right):
    policy = policy_registry.get_by_type(GlossaryEntry)
    return policy.instances_user_has_any_permission_for(user, [right])


def _in_its_language(entry, text):
    language = entry.language
    return format_html('<bdi lang="{}" dir="{}">{}</bdi>', language, direction_of(language), text)


class GlossaryIndexView(generic.IndexView):
    """Lists the glossary of the user's languages."""

    any_permission_required = [VIEW]

    def get_base_queryset(self):
        """Return the entries to list."""
        return _allowed(self.request.user, VIEW)


class GlossaryEditView(generic.EditView):
    """Changes an entry; another language's is not found."""

    def get_queryset(self):
        """Return the entries that may be changed."""
        return _allowed(self.request.user, "change")


class GlossaryDeleteView(generic.DeleteView):
    """Takes an entry away; another language's is not found."""

    def get_queryset(self):
        """Return the entries that may be taken away."""
        return _allowed(self.request.user, "delete")


class GlossaryHistoryView(generic.history.HistoryView):
    """Shows who changed an entry."""

    def get_base_object_queryset(self):
        """Return the entries whose history may be read."""
        return _allowed(self.request.user, VIEW)


class GlossaryUsageView(generic.usage.UsageView):
    """Shows what refers to an entry."""

    def get_base_object_queryset(self):
        """Return the entries that may be asked about."""
        return _allowed(self.request.user, VIEW)


class GlossaryViewSet(ModelViewSet):
    """All entries of the glossary, by language."""

    model = GlossaryEntry
    name = "glossary"
    icon = "openquote"
    menu_label = _("Glossary")
    menu_order = 270
    add_to_admin_menu = True
    copy_view_enabled = False
    index_view_class = GlossaryIndexView
    edit_view_class = GlossaryEditView
    delete_view_class = GlossaryDeleteView
    history_view_class = GlossaryHistoryView
    usage_view_class = GlossaryUsageView
    list_display = [
        "term",
        Column("language", label=_("Language"), accessor="get_language_display"),
        Column(
            "preferred",
            label=capfirst(GlossaryEntry._meta.get_field("preferred").verbose_name),
            accessor=lambda entry: _in_its_language(entry, " · ".join(lines_of(entry.preferred))),
        ),
        "domain",
    ]
    list_filter = ["language", "domain"]
    list_per_page = 50
    search_fields = ["term", "preferred"]
    search_backend_name = None
    edit_handler = ObjectList(
        [
            FieldPanel("source_language"),
            FieldPanel("term"),
            FieldPanel("language"),
            FieldPanel("preferred"),
            FieldPanel("discouraged"),
            FieldPanel("note"),
            FieldPanel("domain"),
            FieldPanel("origin"),
        ],
        base_form_class=GlossaryForm,
    )
