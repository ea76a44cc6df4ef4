"""Country teams among Wagtail's own hooks."""

from functools import partial

from django.contrib.auth.models import Permission
from django.db.models import Q
from django.urls import path
from wagtail import hooks
from wagtail.models import Locale, Page
from wagtail_localize.models import TranslationSource

from . import localize_views, teams


@hooks.register("register_permissions")
def permissions_of_teams():
    """Let administrators say which group translates into which language, and publishes in it."""
    ours = [
        Q(codename__startswith=f"{power}_", content_type__model=Locale._meta.model_name)
        for power in (teams.TRANSLATE, teams.PUBLISH)
    ]
    return Permission.objects.filter(ours[0] | ours[1], content_type__app_label="wagtailcore")


@hooks.register("register_admin_urls", order=-1)
def localize_within_languages():
    """Answer at wagtail-localize's addresses, before it does, for the languages of the user."""
    base = "localize"
    snippets = f"{base}/api/snippets/<slug:app_label>/<slug:model_name>"
    report = f"{base}/reports/translations"
    submit = f"{base}/submit"
    snippet_key = "<slug:app_label>/<slug:model_name>/<str:pk>"
    views = localize_views
    return [
        path(f"{submit}/page/<int:page_id>/", views.SubmitPage.as_view(), name="submit_page"),
        path(f"{submit}/snippet/{snippet_key}/", views.SubmitSnippet.as_view(), name="submit_term"),
        path(f"{report}/", views.Report.as_view(), name="team_report"),
        path(
            f"{report}/results/",
            views.Report.as_view(results_only=True),
            name="team_report_results",
        ),
        path(f"{snippets}/", views.Snippets.as_view({"get": "list"}), name="team_snippets"),
        path(
            f"{snippets}/<str:pk>/",
            views.Snippets.as_view({"get": "retrieve"}),
            name="team_snippet",
        ),
    ]


@hooks.register("construct_page_chooser_queryset")
def pages_to_choose(pages, request):
    """Offer for links and the like what the user may read."""
    return teams.readable(pages, request.user)


@hooks.register("construct_reports_menu")
def reports_to_name(request, menu_items):
    """Leave out of the menu the report that the guard refuses to those of one language."""
    if teams.languages_of(request.user) != teams.EVERYWHERE:
        menu_items[:] = [item for item in menu_items if item.name != "page-types-usage"]


@hooks.register("before_edit_page", order=-1)
def versions_to_name(request, page):
    """Let the translation's editor name those versions of a page only that the user may read.

    It names them by `page.get_translations()`, which hooks cannot reach otherwise, and needs the
    version that the translation is made from.
    """
    page.get_translations = partial(_readable_versions, page, request.user)


def _readable_versions(page, user, inclusive=False):
    versions = type(page).get_translations(page, inclusive=inclusive)
    sources = TranslationSource.objects.filter(
        object_id=page.translation_key, translations__target_locale=page.locale_id
    )
    known = teams.readable(Page.objects.filter(translation_key=page.translation_key), user)
    return versions.filter(Q(pk__in=known.values("pk")) | Q(locale__in=sources.values("locale")))
