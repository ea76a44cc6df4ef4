"""What search keeps."""

from .content_requests import ContentRequest
from .entries import Entry, EntryFacet, EntryIdentifier, EntryText, FacetValue, TitleWord
from .outbox import Rebuild, WaitingEdit
from .promotions import Promotion
from .query_log import FrequentQuestion, QuestionCount
from .terms import SearchTerm

__all__ = [
    "ContentRequest",
    "Entry",
    "EntryFacet",
    "EntryIdentifier",
    "EntryText",
    "FacetValue",
    "FrequentQuestion",
    "Promotion",
    "QuestionCount",
    "Rebuild",
    "SearchTerm",
    "TitleWord",
    "WaitingEdit",
]
