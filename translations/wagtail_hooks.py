"""Translations among Wagtail's own hooks: each file below registers its own."""

from . import exchange_hooks, team_hooks, term_hooks

__all__ = ["exchange_hooks", "team_hooks", "term_hooks"]
