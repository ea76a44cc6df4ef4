"""What members of a country team may not open in the admin: a page, a term or a translation of
another language.

Wagtail asks about pages on most of its own addresses, about terms by their kind only, and
wagtail-localize about neither source nor language. So what an address names is looked up before
any view sees it, and refused unless it is known to be the user's.
"""

from django.apps import apps
from django.core.exceptions import ValidationError
from wagtail.admin.auth import permission_denied
from wagtail.models import Page, TranslatableMixin
from wagtail.permissions import policy_registry
from wagtail_localize.models import Translation, TranslationSource

from . import teams

_ADMIN = "admin/"
_CHOOSER = "wagtailadmin_choose_page"
_PAGES = ("page_id", "parent_page_id", "page_to_move_id", "destination_id", "page_pk")
_PAGES_BY_PK = ("wagtailadmin_pages", "wagtailadmin_api:pages")
_SNIPPETS = ("wagtailsnippets_",)


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
    if match.view_name == "wagtail_localize:submit_page_translation":
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
    return all(
        page.pk in known or page.permissions_for_user(user).can_edit() for page in pages
    )


def _term(request, match):
    """Return whether the term that an address of the taxonomies names is in the user's languages.

    A term is public as soon as it is saved: to write one takes the right to publish.
    """
    model = _snippet_model(match)
    if model is None:
        return True
    user, policy = request.user, policy_registry.get_by_type(model)
    if "pk" in match.kwargs:
        term = model._default_manager.filter(pk=match.kwargs["pk"]).first()
        if term is None:
            return True
        return policy.user_has_permission_for_instance(user, "change", term) and (
            request.method not in ("POST", "PUT", "DELETE")
            or teams.may_publish(user, term.locale)
            or policy.languages(user, "change") == teams.EVERYWHERE
        )
    if match.url_name == "add":
        return policy.languages(user, "add") == teams.EVERYWHERE
    return True


def _snippet_model(match):
    if not match.namespace.startswith(_SNIPPETS):
        return None
    model = apps.get_model(*match.namespace.removeprefix(_SNIPPETS[0]).split("_", 1))
    return model if issubclass(model, TranslatableMixin) else None
