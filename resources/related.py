"""Pages that a resource points to, as its readers can read them."""

from django.db.models import OuterRef, Subquery
from wagtail.models import Page

from core.languages import fallback_chain
from core.visibility import public_pages


def readable(page_ids, language):
    """Return the live, public pages that stand for `page_ids` to a reader of `language`.

    Each comes once, in the first language of the reader's fallback chain that has it, in the
    order of `page_ids`; what readers may not see is left out. One query, none for no ids.
    """
    page_ids = [int(page_id) for page_id in page_ids if page_id]
    if not page_ids:
        return []
    chain = fallback_chain(language)
    chosen = Page.objects.filter(pk__in=page_ids)
    same_resource = chosen.filter(translation_key=OuterRef("translation_key"))
    versions = (
        public_pages()
        .filter(
            translation_key__in=chosen.values("translation_key"),
            locale__language_code__in=chain,
        )
        .annotate(chosen_id=Subquery(same_resource.values("pk")[:1]))
        .select_related("locale")
    )
    farthest_first = sorted(versions, key=lambda page: -chain.index(page.locale.language_code))
    best = {page.chosen_id: page for page in farthest_first}
    return [best[page_id] for page_id in dict.fromkeys(page_ids) if page_id in best]
