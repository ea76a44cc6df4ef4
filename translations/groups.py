"""The groups of the country teams: made for every language, and given its pages as they come.

A permission of each language says who translates into it and who publishes in it. An
administrator may rename the groups, make others or take them away; what holds a language's
permissions is given rights to the language's home page as soon as there is one.
"""

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import post_migrate, post_save
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
    TranslatableMixin,
)
from wagtail.snippets.models import get_snippet_models

from core.languages import CONTENT_LANGUAGES, SOURCE_LANGUAGE, get_language

from .teams import PAGE_RIGHTS, PUBLISH, TRANSLATE, permission

TRANSLATORS, REVIEWERS = "Translators", "Reviewers"
_POWERS = {TRANSLATORS: (TRANSLATE,), REVIEWERS: (TRANSLATE, PUBLISH)}
_NAMES = {TRANSLATE: "Can translate into {language}", PUBLISH: "Can publish in {language}"}
# Pictures of their own for pages of their own. A document may be chosen by whoever uploaded it.
_FILES = ("add_image", "choose_image", "add_document")
_HOME_DEPTH = 2
_TRANSLATED = {language.code for language in CONTENT_LANGUAGES} - {SOURCE_LANGUAGE}


def team(code, kind):
    """Return the group of a language's TRANSLATORS or REVIEWERS, by the name it was made with.

    Raises `Group.DoesNotExist` where an administrator has renamed it or taken it away.
    """
    return Group.objects.get(name=_name(code, kind))


def make(locale):
    """Make the groups of a language, unless they were made before, and give them its home page.

    The source language has none: its pages are kept by editors. Nor has a language that only some
    guest's pages are in.
    """
    code = locale.language_code
    if code not in _TRANSLATED:
        return
    permissions = {power: _permission(power, code) for power in _NAMES}
    if any(is_new for _permission_, is_new in permissions.values()):
        for kind, powers in _POWERS.items():
            group, _is_new = Group.objects.get_or_create(name=_name(code, kind))
            _equip(group, [permissions[power][0] for power in powers])
    for home in Page.objects.filter(locale=locale, depth=_HOME_DEPTH):
        give_home(home)


def give_home(home):
    """Give a language's home page, and so all below it, to the groups that answer for it."""
    for power, rights in PAGE_RIGHTS.items():
        holders = Group.objects.filter(
            permissions__codename=permission(power, home.locale.language_code),
            permissions__content_type__app_label="wagtailcore",
        )
        wanted = Permission.objects.filter(
            content_type__app_label="wagtailcore", codename__in=rights
        )
        for group in holders:
            for right in wanted:
                GroupPagePermission.objects.get_or_create(group=group, page=home, permission=right)


def connect():
    """Make groups whenever languages and home pages come; called once, when the app is ready."""
    post_migrate.connect(_migrated, dispatch_uid="translations.groups.migrated")
    post_save.connect(_locale_saved, Locale, dispatch_uid="translations.groups.locale")
    post_save.connect(_page_saved, dispatch_uid="translations.groups.page")


def _name(code, kind):
    return f"{kind} ({code})"


def _permission(power, code):
    language = get_language(code).english_name
    return Permission.objects.get_or_create(
        content_type=ContentType.objects.get_for_model(Locale),
        codename=permission(power, code),
        defaults={"name": _NAMES[power].format(language=language)},
    )


def _equip(group, powers):
    """Give a group what every member of a team needs, beside the language itself."""
    models = [model for model in get_snippet_models() if issubclass(model, TranslatableMixin)]
    terms = [f"change_{model._meta.model_name}" for model in models]
    group.permissions.add(
        *powers,
        *_permissions("wagtailadmin", "access_admin"),
        *_permissions("wagtail_localize", "submit_translation"),
        *Permission.objects.filter(
            content_type__in=ContentType.objects.get_for_models(*models).values(),
            codename__in=terms,
        ),
    )
    root = Collection.get_first_root_node()
    for right in Permission.objects.filter(codename__in=_FILES):
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=root, permission=right
        )


def _permissions(app_label, codename):
    return Permission.objects.filter(content_type__app_label=app_label, codename=codename)


def _migrated(app_config, **kwargs):
    # The permissions of all apps are there once Django has made those of its own, the last.
    if app_config.label == "auth":
        for locale in Locale.objects.all():
            make(locale)


def _locale_saved(instance, created, **kwargs):
    if created:
        make(instance)


def _page_saved(instance, created, **kwargs):
    if created and isinstance(instance, Page) and instance.depth == _HOME_DEPTH:
        give_home(instance)
