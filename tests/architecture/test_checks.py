"""The project's own system checks find what breaks the rules."""

from django.core.checks import run_checks
from wagtail_localize.fields import TranslatableField

from core import checks
from core.blocks import CalloutBlock
from resources.models import GuidePage


def test_the_project_keeps_its_own_rules():
    assert run_checks() == []


def test_a_page_model_that_does_not_state_its_place_is_found(monkeypatch):
    monkeypatch.delattr(GuidePage, "page_description")
    (error,) = checks.page_models_state_their_place(None)
    assert error.id == "core.E001"
    assert "GuidePage does not state page_description" in error.msg


def test_a_page_model_that_hands_its_slug_to_translators_is_found(monkeypatch):
    monkeypatch.setattr(GuidePage, "override_translatable_fields", [TranslatableField("slug")])
    (error,) = checks.page_models_keep_one_slug(None)
    assert error.id == "core.E002" and error.obj is GuidePage


def test_a_block_without_a_preview_is_found(monkeypatch):
    monkeypatch.setattr(CalloutBlock._meta_class, "preview_value", None)
    assert [error.id for error in checks.blocks_have_previews(None)] == ["core.E003"]
