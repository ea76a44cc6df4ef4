"""The project's own rules, as Django system checks that say how to mend a breach."""

from django.core import checks
from wagtail.models import get_page_models

from core.models import BasePage


def register():
    """Register the rules with Django."""
    checks.register(page_models_state_their_place)
    checks.register(page_models_keep_one_slug)
    checks.register(blocks_have_previews)


def _hub_pages():
    return [model for model in get_page_models() if issubclass(model, BasePage)]


def page_models_state_their_place(app_configs, **kwargs):
    """core.E001: the content tree can be read from the page models themselves."""
    names = ("parent_page_types", "subpage_types", "page_description")
    return [
        checks.Error(
            f"{model.__name__} does not state {name}.",
            hint=f"Give {model.__name__} a {name} of its own, as core.models.BasePage explains.",
            obj=model,
            id="core.E001",
        )
        for model in _hub_pages()
        for name in names
        if model.is_creatable and name not in vars(model)
    ]


def page_models_keep_one_slug(app_configs, **kwargs):
    """core.E002: no page model hands its slug to translators."""
    return [
        checks.Error(
            f"{model.__name__} lets its slug be translated, but addresses are the same "
            "in every language.",
            hint="Build override_translatable_fields on BasePage.override_translatable_fields.",
            obj=model,
            id="core.E002",
        )
        for model in _hub_pages()
        if not any(
            field.field_name == "slug" and not field.is_translated(model)
            for field in model.override_translatable_fields
        )
    ]


def blocks_have_previews(app_configs, **kwargs):
    """core.E003: every block of a body shows editors what it is for."""
    from core.blocks import BodyStreamBlock

    return [
        checks.Error(
            f"The block {name} has no {what}.",
            hint=f"Add `{what}` to the Meta of {type(block).__name__}.",
            obj=type(block),
            id="core.E003",
        )
        for name, block in BodyStreamBlock().child_blocks.items()
        for what in ("preview_value", "description", "template")
        if not getattr(block.meta, what, None)
    ]
