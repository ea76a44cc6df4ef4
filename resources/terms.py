"""Names of terms in a reader's language."""

from django.db.models import CharField, F, Value
from django.urls import reverse

from core.languages import direction_of, fallback_chain
from resources.models.filing import FILING


def _rows(name, languages, keys):
    _relation, model, _facet = FILING[name]
    return (
        model.objects.filter(translation_key__in=keys, locale__language_code__in=languages)
        .annotate(kind=Value(name, output_field=CharField()), lang=F("locale__language_code"))
        .order_by()
        .values_list("kind", "slug", "name", "lang", "sort_order")
    )


def terms_of(page, language):
    """Return what a resource is filed under, named for a reader of `language`, in one query.

    The answer maps the names of FILING ("topics", "team_roles" …) to lists of
    {"name", "slug", "lang", "dir", "url"}, in the editors' order. A term without a name in
    the language comes in the nearest of its fallbacks, and says so in "lang".
    """
    chain = fallback_chain(language)
    queries = [
        _rows(
            name,
            chain,
            relation.objects.filter(page_id=page.pk).values("term__translation_key"),
        )
        for name, (relation, _model, _facet) in FILING.items()
    ]
    best = {}
    for kind, slug, name, lang, order in queries[0].union(*queries[1:], all=True):
        kept = best.get((kind, slug))
        if kept is None or chain.index(lang) < chain.index(kept["lang"]):
            best[kind, slug] = {"name": name, "slug": slug, "lang": lang, "order": order}
    found = {name: [] for name in FILING}
    for (kind, _slug), term in sorted(best.items(), key=lambda item: item[1]["order"]):
        found[kind].append(_presented(term, FILING[kind][2]))
    return found


def _address(facet, slug):
    """Return the topic's own page, and for other terms the search for what they name."""
    if facet == "topic":
        return reverse("topic", args=[slug])
    return f"{reverse('search')}?{facet}={slug}"


def _presented(term, facet):
    return {
        "name": term["name"],
        "slug": term["slug"],
        "lang": term["lang"],
        "dir": direction_of(term["lang"]),
        "url": _address(facet, term["slug"]),
    }
