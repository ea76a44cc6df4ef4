"""Glossary and machine drafts among Wagtail's own hooks."""

from django.urls import path
from wagtail import hooks

from .glossary.admin import GlossaryViewSet
from .glossary.saving import edit_string_translation
from .machine.views import machine_translate, stop_unaccepted


@hooks.register("register_admin_viewset")
def glossary():
    """Give the glossary its addresses and its place in the menu."""
    return GlossaryViewSet()


@hooks.register("register_admin_urls", order=-1)
def passages():
    """Answer at wagtail-localize's addresses, before it does, and tell what it leaves unsaid."""
    base = "localize/translate/<int:translation_id>"
    return [
        path(f"{base}/machine_translate/", machine_translate, name="machine_draft"),
        path(
            f"{base}/strings/<int:string_segment_id>/edit/",
            edit_string_translation,
            name="checked_passage",
        ),
    ]


hooks.register("before_edit_page", stop_unaccepted, order=-1)
hooks.register("before_edit_snippet", stop_unaccepted, order=-1)
