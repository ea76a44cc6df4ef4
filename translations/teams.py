"""Who answers for which language: the one place to ask.

A country team is whoever holds the permission to translate into a language, usually by its groups
(see `translations.groups`). Whoever may change, or publish, a language's whole tree of pages counts
as well, and whoever may do so at the root of the tree answers for every language.
"""

from django.db.models import F, Q
from wagtail.models import Locale, Page
from wagtail.permissions import policy_registry

from core.languages import CONTENT_LANGUAGES
from core.visibility import open_pages

TRANSLATE, PUBLISH = "translate", "publish"
PAGE_RIGHTS = {TRANSLATE: ("change_page", "add_page"), PUBLISH: ("publish_page",)}
EVERYWHERE = frozenset(language.code for language in CONTENT_LANGUAGES)
_ROOT, _HOME = 1, 2


def permission(power, code):
    """Return the codename of the permission to TRANSLATE or PUBLISH in the language `code`."""
    return f"{power}_{code}"


def languages_of(user):
    """Return the codes of the languages that a user may translate into, as a frozenset.

    It is empty for whoever has not signed in.
    """
    return _languages(user, TRANSLATE)


def may_translate(user, locale):
    """Return whether a user may write translations in a language, a `Locale` or its code."""
    return _code(locale) in languages_of(user)


def may_publish(user, locale):
    """Return whether a user may make public what is written in a language."""
    return _code(locale) in _languages(user, PUBLISH)


def within(queryset, user, locale="locale"):
    """Return the rows of `queryset` in the languages that a user may translate into.

    `locale` is the path from a row to its `Locale`, such as "target_locale".
    """
    return queryset.filter(**{f"{locale}__language_code__in": languages_of(user)})


def readable(pages, user):
    """Return those of a queryset of pages that a user may read in the admin, drafts included.

    These are the user's own (see `own_pages`), and of others what anybody may read, unless its
    title is being changed: lists of the admin show the new one.
    """
    if languages_of(user) == EVERYWHERE:
        return pages
    anybody = open_pages().filter(draft_title=F("title")).values("pk")
    return own_pages(pages, user) | pages.filter(pk__in=anybody)


def own_pages(pages, user):
    """Return those of a queryset of pages that are in a user's languages, or that Wagtail gives.

    Wagtail gives what stands below a page on which one of the user's groups has a right.
    """
    if languages_of(user) == EVERYWHERE:
        return pages
    given = policy_registry.get_by_type(Page).explorable_instances(user).values("pk")
    return pages.filter(Q(locale__language_code__in=languages_of(user)) | Q(pk__in=given))


def _code(locale):
    return getattr(locale, "language_code", locale)


def _languages(user, power):
    """Return what `languages_of` does for one power; kept with the user for the request."""
    if not user.is_active:
        return frozenset()
    if user.is_superuser:
        return EVERYWHERE
    kept = user.__dict__.setdefault("_languages_of_teams", {})
    if power not in kept:
        kept[power] = _look_up(user, power)
    return kept[power]


def _look_up(user, power):
    named = {code for code in EVERYWHERE if user.has_perm(f"wagtailcore.{permission(power, code)}")}
    trees = _trees(user, PAGE_RIGHTS[power][0])
    if _ROOT in trees:
        return EVERYWHERE
    homes = Locale.objects.filter(pk__in=trees.get(_HOME, ()))
    return frozenset(named.union(homes.values_list("language_code", flat=True)))


def _trees(user, right):
    """Return {depth: keys of locales} of the pages on which a user has a right, by its codename."""
    found = {}
    policy = policy_registry.get_by_type(Page)
    for granted in policy.get_cached_permissions_for_user(user):
        if granted.permission.codename == right:
            found.setdefault(granted.page.depth, set()).add(granted.page.locale_id)
    return found
