"""Drafts of records, who writes them, every wording of every answer, and mails about them."""

from .draft import Draft, Member
from .notice import DraftNotice
from .wording import Wording

__all__ = ["Draft", "DraftNotice", "Member", "Wording"]
