"""Translations among Wagtail's own hooks: each file below registers its own."""

from . import team_hooks

__all__ = ["team_hooks"]
