"""Translations among Wagtail's own hooks: each file below registers its own."""

from . import board_hooks, desk_hooks, exchange_hooks, team_hooks, term_hooks
from .freshness import severity_hooks

__all__ = [
    "board_hooks",
    "desk_hooks",
    "exchange_hooks",
    "severity_hooks",
    "team_hooks",
    "term_hooks",
]
