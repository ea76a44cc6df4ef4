"""What a page says of itself to the readers' search."""

from dataclasses import dataclass, field
from datetime import date

from wagtail.models import get_page_models

TRANSCRIPT, ATTACHMENT = "transcript", "attachment"


@dataclass(frozen=True)
class SearchPart:
    """Text that belongs to a page and stands elsewhere: what is said, an attached document.

    `passages` are pairs of a place and plain text. The place is the second of a TRANSCRIPT, whose
    paragraph the page names `t-<second>`, or the page of an ATTACHMENT, None where it has no pages.
    `label` and `url` are the document's title and address. A document whose words may not be
    found, or are not there yet, is a part without passages, so that search knows of it.
    """

    kind: str
    passages: tuple[tuple[int | None, str], ...]
    label: str = ""
    url: str = ""
    document_id: int | None = None


@dataclass(frozen=True)
class SearchRecord:
    """The words and facts of one page, in plain text without markup.

    `type` is the resource type of URLs (guide, case_study, podcast, initiative, synthesis);
    `keywords` holds topic names, author names and places; `identifiers` a DOI, a PMID or a
    source's own key; `facets` maps topic, setting, audience, country, method, role, equipment,
    level, caseload and cycle (how PDSA cycles ended) to values that are the same in every language
    (slugs, codes, values of choices).
    `is_illustrative` says of a story that it was made up for learning, so that no list shows it as
    something that happened. What is in `parts` is not in `body`.
    """

    type: str
    title: str
    summary: str
    keywords: str
    body: str
    identifiers: tuple[str, ...] = ()
    outcome: str = ""
    year: int | None = None
    sort_date: date | None = None
    is_illustrative: bool = False
    facets: dict[str, tuple[str, ...]] = field(default_factory=dict)
    parts: tuple[SearchPart, ...] = ()


class Searchable:
    """Mixin of page models that readers can find."""

    @classmethod
    def for_search_index(cls, queryset):
        """Return `queryset` of this model with all that `get_search_record` reads prefetched."""
        return queryset

    @classmethod
    def read_for_search(cls, queryset):
        """Return the pages of `queryset` as a list, with all that `get_search_record` reads."""
        return list(cls.for_search_index(queryset))

    def get_search_record(self):
        """Return this page's `SearchRecord`; each searchable page model defines it."""
        raise TypeError(f"{type(self).__name__} does not define get_search_record().")


def searchable_page_models():
    """Return the concrete page models that readers can find."""
    return [
        model for model in get_page_models() if issubclass(model, Searchable) and model.is_creatable
    ]
