"""What search keeps."""

from .entries import Entry, EntryFacet, EntryIdentifier, EntryText, FacetValue, TitleWord

__all__ = ["Entry", "EntryFacet", "EntryIdentifier", "EntryText", "FacetValue", "TitleWord"]
