"""Beginning a draft: empty, or from what was published already."""

from django.db import transaction

from resources.choices import ResourceType

from .citations import find
from .models import Member, Wording

# Beginnings are nobody's sitting: whoever opens the form first has seen them.
_SITTING = "0" * 32


@transaction.atomic
def start(draft, person, citation=""):
    """Save a new draft with its first member, and return it.

    `citation` is a DOI or a reference in RIS or BibTeX; what it says are the first answers. Raises
    ValidationError for what is neither.
    """
    texts = {}
    if citation.strip():
        found = find(citation, draft.language)
        texts, draft.page = found.texts, found.page
        draft.kind = ResourceType.INITIATIVE.value
        if found.page:
            draft.language = found.page.locale.language_code
            draft.handed_over = texts
        else:
            draft.citation = citation
    draft.save()
    Member.objects.create(draft=draft, person=person)
    Wording.objects.bulk_create(
        Wording(
            draft=draft,
            name=name,
            text=text,
            standing=Wording.Standing.CURRENT,
            version=1,
            sitting=_SITTING,
            seq=1,
            written_by=person,
        )
        for name, text in texts.items()
    )
    return draft
