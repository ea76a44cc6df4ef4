"""The list of reports in the admin, those that wait for a decision first."""

from django.core.exceptions import ValidationError
from django.db.models import Case, OuterRef, Subquery, When
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.site_summary import SummaryItem
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import CreateView, EditView, SnippetViewSet

from . import records
from .choices import Status
from .models import Adoption
from .moderating import AdoptionAdminForm, RecordPanel

_WHERE = ("country", "region", "district", "facility", "facility_is_anonymous", "care_level")
_WHAT = ("language", "year", "changed", "happened")


class _ClosingNoCircle:
    """What two moderators close at once is refused to the second as a mistake in the form."""

    def form_valid(self, form):
        """Save it, or show the form again where the tree has changed since it was checked."""
        try:
            return super().form_valid(form)
        except ValidationError as error:
            form.add_error(None, error.messages)
            return self.form_invalid(form)


class AdoptionCreateView(_ClosingNoCircle, CreateView):
    """Adds a report that came in another way."""


class AdoptionEditView(_ClosingNoCircle, EditView):
    """Publishes, declines or withdraws a report."""


class AdoptionViewSet(SnippetViewSet):
    """All reports, those that wait first, the newest of them at the head."""

    model = Adoption
    icon = "resubmit"
    menu_label = _("Adoptions")
    menu_order = 270
    add_to_admin_menu = True
    add_view_class = AdoptionCreateView
    edit_view_class = AdoptionEditView
    edit_handler = ObjectList(
        [
            FieldPanel("status"),
            FieldPanel("record", heading=_("Record")),
            RecordPanel(heading=_("Record")),
            FieldPanel("adapted_from"),
            FieldPanel("own_record", heading=_("Its own record")),
            MultiFieldPanel([FieldPanel(name) for name in _WHERE], heading=_("Where")),
            MultiFieldPanel(
                [
                    *(FieldPanel(name) for name in _WHAT),
                    FieldRowPanel([FieldPanel("outcome"), FieldPanel("continued")]),
                ],
                heading=_("What was changed, and what came of it"),
            ),
            FieldPanel("contact_email"),
        ],
        base_form_class=AdoptionAdminForm,
    )
    list_display = [
        "__str__",
        Column("record_title", label=_("Record")),
        Column("get_status_display", label=_("State"), sort_key="status"),
        "reported_at",
    ]
    list_filter = ["status", "country", "outcome"]
    list_per_page = 50
    search_fields = ["changed", "happened", "region", "district", "facility"]

    def get_queryset(self, request):
        """Return the reports, each with its record's title as anybody may read it."""
        pages = records.public_records().filter(translation_key=OuterRef("record_key"))
        waiting_first = Case(When(status=Status.WAITING, then=0), default=1)
        return Adoption.objects.annotate(
            record_title=Subquery(pages.order_by("pk").values("title")[:1])
        ).order_by(waiting_first, "-reported_at", "-pk")

    def register_chooser_viewset(self):
        """Have no chooser: it would list reports to everybody who may enter the admin."""


class WaitingItem(SummaryItem):
    """How many reports wait, on the first page of the admin of those who may decide."""

    order = 400
    template_name = "adoptions/admin/waiting.html"

    def is_shown(self):
        """Tell whether the user decides on reports."""
        return self.request.user.has_perm("adoptions.change_adoption")

    def get_context_data(self, parent_context):
        """Return the number and the way to the reports."""
        reports = reverse(AdoptionViewSet().get_url_name("list"))
        return {
            "waiting": Adoption.objects.filter(status=Status.WAITING).count(),
            "label": Status.WAITING.label,
            "address": f"{reports}?status={Status.WAITING}",
        }
