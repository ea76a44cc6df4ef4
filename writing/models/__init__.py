"""Drafts of records, who writes them, and every wording of every answer."""

from .draft import Draft, Member
from .wording import Wording

__all__ = ["Draft", "Member", "Wording"]
