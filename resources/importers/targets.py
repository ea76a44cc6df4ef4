"""Where records of a type go: the page model, and the section of the library."""

from django.contrib.contenttypes.models import ContentType
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Page, get_page_models

from resources.models import LibraryPage, ResourcePage

from .report import ImportRefused
from .tree import free_slug

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


def section_for(model: type[ResourcePage], language: str) -> LibraryPage | None:
    """The section that new pages go to, if the language has one.

    That is the first one kept for the type, else for any type; published ones come first.
    """
    sections = [
        section
        for section in LibraryPage.objects.filter(locale__language_code=language, alias_of=None)
        if section.holds_type(model.resource_type)
    ]
    return min(
        sections,
        key=lambda section: (not section.live, section.holds == "", section.path),
        default=None,
    )


def home_of(language: str) -> Page:
    """The page below which sections of a language stand.

    Raises ImportRefused, naming what to create, when the language has none.
    """
    parents = [
        ContentType.objects.get_for_model(parent)
        for parent in LibraryPage.allowed_parent_page_models()
    ]
    home = Page.objects.live().filter(locale__language_code=language, content_type__in=parents)
    if not home.exists():
        raise ImportRefused(
            _(
                "There is no published home page in language “{language}”, below which a library "
                "section could stand. Create it first."
            ).format(language=language)
        )
    return home.order_by("path").first()


def make_section(model: type[ResourcePage], language: str, publish: bool) -> LibraryPage:
    """A first section for a type in a language that has none, published if the pages are."""
    home = home_of(language)
    slug = f"{model.resource_type}s".replace("_", "-")
    with override(language):
        title = capfirst(str(model._meta.verbose_name_plural))
    section = LibraryPage(
        title=title,
        slug=free_slug(slug, set(home.get_children().values_list("slug", flat=True))),
        holds=model.resource_type,
        locale=home.locale,
        live=False,
    )
    home.add_child(instance=section)
    revision = section.save_revision(log_action=True)
    if publish:
        revision.publish()
        section.refresh_from_db()
    return section
