"""The vocabulary of search in the admin."""

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.actions.edit import EditAction
from wagtail.admin.ui.tables import Column, LocaleColumn
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet

from core.lines import lines_of
from search.models import SearchTerm

_FILLED_IN = ("name", "alternatives")


class SearchTermCreateView(CreateView):
    """Adds a term, filled in from the address: `name`, `alternatives`, and Wagtail's `locale`.

    A name that the vocabulary has already gets the other expressions added to its term.
    """

    def get_initial_form_instance(self):
        """Return the new term with what the address says."""
        term = super().get_initial_form_instance()
        for name in _FILLED_IN:
            setattr(term, name, self.request.GET.get(name, ""))
        return term

    def save_instance(self):
        """Save the new term, or add to the one that has its name; return either."""
        term = self.form.instance
        known = SearchTerm.objects.filter(name__iexact=term.name, locale=term.locale).first()
        if known is None or not self.user_has_permission("change"):
            return super().save_instance()
        known.add(term.expressions())
        EditAction(known, user=self.request.user).execute()
        return known

    def get_success_message(self, instance=None):
        """Return what to tell the editor, who may not know that the term was there."""
        if self.object is self.form.instance:
            return super().get_success_message(instance)
        return _("Added to “%(name)s”, which was there already.") % {"name": self.object.name}


class SearchTermViewSet(SnippetViewSet):
    """All search terms, by language."""

    model = SearchTerm
    icon = "comment"
    add_view_class = SearchTermCreateView
    list_display = [
        "name",
        LocaleColumn(label=_("Language")),
        Column(
            "alternatives",
            label=capfirst(_("other expressions")),
            accessor=lambda term: " · ".join(lines_of(term.alternatives)),
        ),
    ]
    list_per_page = 50
    search_fields = ["name", "alternatives"]
