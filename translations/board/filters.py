"""What the board may be narrowed down to."""

import django_filters
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.models import Page, get_page_models

from core import navigation
from core.languages import CONTENT_LANGUAGES, SOURCE_LANGUAGE
from core.site_roots import root_path
from translations import teams
from translations.freshness.tracking import TRACKED
from translations.models import Severity, Status, TranslationState

from .rows import page_types

ME, NOBODY = "me", "nobody"


def kinds():
    """Return the kinds of pages and terms as choices: the content type's key, and its name."""
    models = [model for model in get_page_models() if model is not Page]
    types = ContentType.objects.get_for_models(*models, *TRACKED)
    named = [(kind.pk, capfirst(model._meta.verbose_name)) for model, kind in types.items()]
    return sorted(named, key=lambda choice: choice[1])


def languages(user):
    """Return the languages of a user's teams as choices: code, and name in itself."""
    codes = teams.languages_of(user)
    return [(each.code, each.name) for each in CONTENT_LANGUAGES if each.code in codes]


def _sections():
    found = navigation.sections(SOURCE_LANGUAGE)
    return [(item["url"].rstrip("/").rpartition("/")[2], item["title"]) for item in found]


def _in_section(slug):
    """Return the condition to stand in a section, whose slug is the same in every language."""
    roots = filter(None, (root_path(language.code) for language in CONTENT_LANGUAGES))
    below = Q(pk=None)
    for root in roots:
        below |= Q(url_path__startswith=f"{root}{slug}/")
    pages = Page.objects.filter(below).values("pk")
    return Q(source__content_type__in=page_types(), source__object_id__in=pages)


class BoardFilterSet(WagtailFilterSet):
    """The filters of the board; `condition` is all of them, for what is no queryset of rows."""

    language = django_filters.ChoiceFilter(label=_("Language"), method="narrow")
    status = django_filters.ChoiceFilter(label=_("State"), choices=Status, method="narrow")
    severity = django_filters.ChoiceFilter(label=_("Change"), choices=Severity, method="narrow")
    kind = django_filters.ChoiceFilter(label=_("Type"), choices=kinds, method="narrow")
    section = django_filters.ChoiceFilter(label=_("Section"), choices=_sections, method="narrow")
    assigned = django_filters.ChoiceFilter(
        label=_("Assigned to"),
        choices=[(ME, _("Me")), (NOBODY, _("Nobody"))],
        method="narrow",
    )

    class Meta:
        model = TranslationState
        fields = ["language", "status", "severity", "kind", "section", "assigned"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        choices = languages(self.request.user)
        if len(choices) > 1:
            self.filters["language"].extra["choices"] = choices
        else:
            del self.filters["language"]

    def narrow(self, queryset, name, value):
        """Return what is left of the rows by one filter."""
        return queryset.filter(self._condition(name, value))

    def condition(self):
        """Return the `Q` of all filters that are set; nothing is narrowed by wrong ones."""
        given = self.form.cleaned_data if self.form.is_valid() else {}
        chosen = Q()
        for name, value in given.items():
            if value:
                chosen &= self._condition(name, value)
        return chosen

    def _condition(self, name, value):
        if name == "language":
            return Q(locale__language_code=value)
        if name == "kind":
            return Q(source__content_type=value)
        if name == "section":
            return _in_section(value)
        if name == "assigned":
            return Q(assignment__person=self.request.user if value == ME else None)
        return Q(**{name: value})
