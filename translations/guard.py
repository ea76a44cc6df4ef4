"""What members of a country team may not open in the admin: a page, a term or a translation of
another language.

Wagtail asks about pages on most of its own addresses, about terms by their kind only, and
wagtail-localize about neither source nor language. So what an address names is looked up before
any view sees it, and refused unless it is known to be the user's.
"""

from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from wagtail.admin.auth import permission_denied
from wagtail.models import AbstractPage, Page, TranslatableMixin
from wagtail.permissions import policy_registry
from wagtail_localize.models import Translation, TranslationSource

from . import teams

_ADMIN = "admin/"
# Checked by its own view: it takes pages that are only read.
_SUBMIT = "submit_page"
_CONVERT = "wagtail_localize:convert_to_alias"
_CHOOSER = "wagtailadmin_choose_page"
_PAGES = ("page_id", "parent_page_id", "page_to_move_id", "destination_id", "page_pk")
_PAGES_BY_PK = ("wagtailadmin_pages", "wagtailadmin_api:pages")
_LAST_EDITED = "wagtailadmin_reports:page_types_usage"
_SNIPPETS = "wagtailsnippets_"
_WRITING = ("POST", "PUT", "PATCH", "DELETE")


class TeamsMiddleware:
    """Answers for addresses of the admin that name what is not the user's, in place of the view."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Pass the request on: views are refused in `process_view`, which knows them."""
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """Return a refusal, or None to let the view answer."""
        match = request.resolver_match
        if not match.route.startswith(_ADMIN) or not request.user.is_authenticated:
            return None
        try:
            allowed = all(rule(request, match) for rule in _RULES)
        except (ValueError, ValidationError):
            allowed = False
        return None if allowed else permission_denied(request)


def _page(request, match):
    """Return whether every page that the address names is the user's, or may at least be linked."""
    if match.view_name == _SUBMIT:
        return True
    named = {int(match.kwargs[key]) for key in _PAGES if key in match.kwargs}
    if match.namespace in _PAGES_BY_PK and "pk" in match.kwargs:
        named.add(int(match.kwargs["pk"]))
    if match.view_name.startswith(_CHOOSER):
        named.update(int(key) for key in request.GET.getlist("id"))
        return _are_all_in(named, request.user, teams.readable)
    return _are_all_in(named, request.user, teams.own_pages)


def _are_all_in(named, user, allowed):
    if not named:
        return True
    pages = Page.objects.filter(pk__in=named, depth__gt=1)
    known = set(allowed(pages, user).values_list("pk", flat=True))
    # Somebody may also be asked to approve a page that is otherwise not theirs.
    return all(page.pk in known or page.permissions_for_user(user).can_edit() for page in pages)


def _report(request, match):
    """Return whether a report that names the page edited last, whosever it is, may be opened."""
    if not match.view_name.startswith(_LAST_EDITED):
        return True
    return teams.languages_of(request.user) == teams.EVERYWHERE


def _bulk(request, match):
    """Return whether all that a bulk action is asked to take is the user's: it lists the rest."""
    if match.view_name != "wagtail_bulk_action":
        return True
    model = apps.get_model(match.kwargs["app_label"], match.kwargs["model_name"])
    user, keys = request.user, request.GET.getlist("id")
    if issubclass(model, AbstractPage):
        if "all" not in keys:
            return _are_all_in({int(key) for key in keys}, user, teams.own_pages)
        above = Page.objects.filter(pk=int(request.GET.get("childOf") or 0)).first()
        is_own = above is not None and above.permissions_for_user(user).can_edit()
        return is_own or teams.languages_of(user) == teams.EVERYWHERE
    if issubclass(model, TranslatableMixin):
        return _languages_of_terms(user, model) == teams.EVERYWHERE
    return True


def _term(request, match):
    """Return whether the term that an address of the taxonomies names is in the user's languages.

    A term is public as soon as it is saved, so to write one takes the right to publish.
    """
    model = _snippet_model(match)
    if model is None:
        return True
    codes = _languages_of_terms(request.user, model)
    if codes == teams.EVERYWHERE:
        return True
    if "pk" not in match.kwargs:
        return match.url_name != "add"
    term = model._default_manager.filter(pk=match.kwargs["pk"]).select_related("locale").first()
    if term is None or term.locale.language_code not in codes:
        return False
    return request.method not in _WRITING or teams.may_publish(request.user, term.locale)


def _translation(request, match):
    """Return whether a translation that the address names is into one of the user's languages."""
    for key, rule in _OF_TRANSLATIONS.items():
        if key in match.kwargs:
            return _holds(rule, request, match.kwargs[key])
    if match.view_name == _CONVERT:
        return _holds(_converted, request, match.kwargs["page_id"])
    return True


def _holds(rule, request, key):
    try:
        return rule(request, key)
    except ObjectDoesNotExist:
        return False


def _translated(request, key):
    """Somebody may have rights to a part of a language's pages only."""
    translation = Translation.objects.select_related("source", "target_locale").get(pk=key)
    model = translation.source.specific_content_type.model_class()
    if not issubclass(model, AbstractPage):
        return translation.target_locale.language_code in _languages_of_terms(request.user, model)
    if teams.may_translate(request.user, translation.target_locale):
        return True
    return translation.get_target_instance().permissions_for_user(request.user).can_edit()


def _updated(request, key):
    """To bring a source up to date is to change every language that it is translated into."""
    source = TranslationSource.objects.get(pk=key)
    targets = source.translations.filter(enabled=True).select_related("target_locale")
    may = teams.may_publish if "publish_translations" in request.POST else teams.may_translate
    return _may_read(request.user, source) and all(
        may(request.user, translation.target_locale) for translation in targets
    )


def _converted(request, key):
    """An alias is what its source is: its text, and whether it is live."""
    page = Page.objects.get(pk=key)
    if not teams.may_publish(request.user, page.locale):
        return False
    source = TranslationSource.objects.filter(
        object_id=page.translation_key, translations__target_locale=page.locale_id
    ).first()
    return source is None or _may_read(request.user, source)


def _may_read(user, source):
    instance = source.get_source_instance()
    if isinstance(instance, AbstractPage):
        return teams.readable(Page.objects.filter(pk=instance.pk), user).exists()
    return True


def _languages_of_terms(user, model):
    return policy_registry.get_by_type(model).languages(user, "change")


def _snippet_model(match):
    if not match.namespace.startswith(_SNIPPETS):
        return None
    model = apps.get_model(*match.namespace.removeprefix(_SNIPPETS).split("_", 1))
    return model if issubclass(model, TranslatableMixin) else None


_OF_TRANSLATIONS = {"translation_id": _translated, "translation_source_id": _updated}
_RULES = (_page, _report, _bulk, _term, _translation)
