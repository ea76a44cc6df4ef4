"""Names of terms in a reader's language."""

from django.db.models import CharField, F, Value
from django.urls import reverse

from core.languages import direction_of, fallback_chain
from resources.models.filing import FILING

# What a resource takes is said of it; nobody looks for all that takes the same.
_NOT_LOOKED_FOR = {"role", "equipment"}


def _named(name, terms, languages):
    return (
        terms.filter(locale__language_code__in=languages)
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
        _named(name, model.objects.filter(translation_key__in=_keys(relation, page)), chain)
        for name, (relation, model, _facet) in FILING.items()
    ]
    found = {name: [] for name in FILING}
    for (kind, _slug), term in _best(queries, chain):
        found[kind].append(_presented(term, FILING[kind][2]))
    return found


def _keys(relation, page):
    return relation.objects.filter(page_id=page.pk).values("term__translation_key")


def _best(queries, chain):
    """Return ((kind, slug), term) pairs in the editors' order, each in the nearest language."""
    best = {}
    for kind, slug, name, lang, order in queries[0].union(*queries[1:], all=True):
        kept = best.get((kind, slug))
        if kept is None or chain.index(lang) < chain.index(kept["lang"]):
            best[kind, slug] = {"name": name, "slug": slug, "lang": lang, "order": order}
    return sorted(best.items(), key=lambda item: item[1]["order"])


def offered(names, language):
    """Return all terms of these relations of FILING, by relation, for a reader of `language`.

    Each is (slug, name, language, direction), the last two "" in the reader's own language; in the
    editors' order. One query.
    """
    chain = fallback_chain(language)
    models = {name: FILING[name][1].objects for name in names}
    queries = [_named(name, objects, chain) for name, objects in models.items()]
    found = {name: [] for name in names}
    for (name, slug), term in _best(queries, chain):
        lang = term["lang"]
        own = ("", "") if lang == language else (lang, direction_of(lang))
        found[name].append((slug, term["name"], *own))
    return found


def _address(facet, slug):
    """Return the topic's own page, for other terms the search for what they name, or ""."""
    if facet in _NOT_LOOKED_FOR:
        return ""
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
