"""Where records of a type go: the page model, and the section of the library."""

from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from wagtail.models import Page, get_page_models

from resources.models import LibraryPage, PodcastPage, ResourcePage

from .report import ImportRefused

DEFAULT_TYPE = "initiative"


def page_models() -> dict[str, type[ResourcePage]]:
    """Every type of this hub that can be imported, with its page model."""
    return {
        model.resource_type: model
        for model in get_page_models()
        if issubclass(model, ResourcePage) and model.is_creatable
    }


def page_model(resource_type: str) -> type[ResourcePage]:
    """The page model of a type. Raises ImportRefused when this hub has no such pages."""
    models = page_models()
    if resource_type not in models:
        raise ImportRefused(
            _("This hub has no pages of type “{type}”. It has: {types}.").format(
                type=resource_type, types=", ".join(sorted(models))
            )
        )
    return models[resource_type]


def lock_sections(languages: Iterable[str]) -> None:
    """Holds the library's sections, and what they stand below, until the transaction ends.

    Another import waits here, and so does an editor's new page, which takes the same lock: none
    of them sees the library half written, and no two pages get one place in the tree. (SQLite
    has locked everything already.)
    """
    homes = PodcastPage.allowed_parent_page_models()
    kinds = ContentType.objects.get_for_models(LibraryPage, PodcastPage, *homes)
    sections = Page.objects.filter(
        content_type__in=kinds.values(), locale__language_code__in=set(languages)
    )
    list(sections.select_for_update(of=("self",)).order_by("pk").values_list("pk"))


def section_for(model: type[ResourcePage], language: str) -> LibraryPage:
    """The section new pages go to: the first live one kept for the type, else for any type.

    Raises ImportRefused, naming what to create, when the language has none.
    """
    sections = [
        section
        for parent in model.allowed_parent_page_models()
        for section in parent.objects.live().filter(locale__language_code=language, alias_of=None)
        if section.holds_type(model.resource_type)
    ]
    if not sections:
        raise ImportRefused(_no_section(model).format(type=model.resource_type, language=language))
    return min(sections, key=lambda section: (section.holds == "", section.path))


def _no_section(model: type[ResourcePage]) -> str:
    if PodcastPage in model.allowed_parent_page_models():
        return _(
            "There is no published podcast in language “{language}” for these episodes. Create "
            "one below that language's home page, or import its feed."
        )
    return _(
        "There is no published library section for pages of type “{type}” in language "
        "“{language}”. Create one below that language's home page."
    )
