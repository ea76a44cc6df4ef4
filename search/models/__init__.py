"""What search keeps."""

from .changes import Change
from .content_requests import ContentRequest
from .entries import Entry, EntryFacet, EntryIdentifier, EntryText, FacetValue, TitleWord
from .outbox import Rebuild, WaitingEdit
from .parts import EntryPart
from .promotions import Promotion
from .query_log import FrequentQuestion, QuestionCount
from .terms import SearchTerm
from .vocabulary import VocabularyKey, VocabularyWord

__all__ = [
    "Change",
    "ContentRequest",
    "Entry",
    "EntryFacet",
    "EntryIdentifier",
    "EntryPart",
    "EntryText",
    "FacetValue",
    "FrequentQuestion",
    "Promotion",
    "QuestionCount",
    "Rebuild",
    "SearchTerm",
    "TitleWord",
    "VocabularyKey",
    "VocabularyWord",
    "WaitingEdit",
]
