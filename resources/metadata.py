"""What a resource's page says of itself to search engines, previews and reference managers."""

import json

from babel.core import get_global
from django.conf import settings
from django.utils.safestring import mark_safe
from wagtail.images.models import SourceImageIOError

from core import identity
from resources.choices import Licence
from resources.citations.names import is_body
from resources.citations.pages import ends_of
from resources.citations.work import address_of, authors_of, is_paper, issued_on

_SCHEMA = "https://schema.org"
# The width that previews ask for: https://developers.facebook.com/docs/sharing/best-practices
_PREVIEW = "format-jpeg|fill-1200x630"
_DEEDS = {
    Licence.CC_BY: "https://creativecommons.org/licenses/by/4.0/",
    Licence.CC_BY_SA: "https://creativecommons.org/licenses/by-sa/4.0/",
    Licence.CC_BY_NC: "https://creativecommons.org/licenses/by-nc/4.0/",
    Licence.CC0: "https://creativecommons.org/publicdomain/zero/1.0/",
}
# Signs that would end the script element, or a line of JavaScript.
_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def citation_meta(page):
    """Return the names that Google Scholar and Zotero read, for a paper; [] for other pages.

    Names: https://scholar.google.com/intl/en/scholar/inclusion.html#indexing
    """
    if not is_paper(page):
        return []
    first, last = ends_of(page.pages)
    found = [
        ("citation_title", page.cited_title),
        *(("citation_author", name) for name in authors_of(page)),
        ("citation_publication_date", str(page.year or "")),
        ("citation_journal_title", page.journal),
        ("citation_volume", page.volume),
        ("citation_issue", page.issue),
        ("citation_firstpage", first),
        ("citation_lastpage", last),
        ("citation_doi", page.doi),
        ("citation_pmid", page.pmid),
    ]
    return [{"name": name, "content": content} for name, content in found if content]


def open_graph(page, alternates):
    """Return a page's Open Graph properties (https://ogp.me), as {"property", "content"}.

    `alternates` gives the languages that the page exists in as [{"lang", "url"}].
    """
    code = page.locale.language_code
    others = [each["lang"] for each in alternates()]
    found = [
        ("og:type", "article"),
        ("og:title", page.title),
        ("og:description", page.summary),
        ("og:url", address_of(page)),
        ("og:site_name", identity.name(code)),
        ("og:locale", _with_territory(code)),
        *(("og:locale:alternate", _with_territory(other)) for other in others if other != code),
        *_image(page),
    ]
    return [{"property": name, "content": content} for name, content in found if content]


def _image(page):
    rendition = _rendition(page)
    if rendition is None:
        return []
    return [
        ("og:image", settings.SITE_URL + rendition.url),
        ("og:image:width", rendition.width),
        ("og:image:height", rendition.height),
        ("og:image:alt", page.image.description),
    ]


def _rendition(page):
    """The picture in the form of a preview; it is among those that came with the image."""
    if not page.image:
        return None
    try:
        return page.image.get_rendition(_PREVIEW)
    except SourceImageIOError:
        return None


def json_ld(page, trail):
    """Return schema.org's description of a page and of the way to it, for a script element.

    `trail` is the pages above it as [{"title", "url"}].
    """
    graph = {"@context": _SCHEMA, "@graph": [_work(page), _breadcrumbs(page, trail)]}
    # Every sign of markup is escaped, so the text is safe as it stands.
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(_ESCAPES))  # noqa: S308


def _work(page):
    day = issued_on(page)
    found = {
        "@type": "LearningResource",
        "name": page.title,
        "description": page.summary,
        "url": address_of(page),
        "inLanguage": page.locale.language_code,
        "datePublished": day.isoformat() if day else "",
        "dateModified": page.last_published_at.date().isoformat() if page.last_published_at else "",
        "author": [{"@type": _kind_of(name), "name": name} for name in authors_of(page)],
        "license": _DEEDS.get(page.licence, ""),
        "about": [term["name"] for term in page.terms["topics"]],
        "publisher": {
            "@type": "Organization",
            "name": identity.name(page.locale.language_code),
            "url": settings.SITE_URL,
        },
    }
    if rendition := _rendition(page):
        found["image"] = settings.SITE_URL + rendition.url
    if is_paper(page):
        found |= _paper(page)
    return {name: value for name, value in found.items() if value}


def _paper(page):
    """The paper that an initiative's page stands for, by whom and where it was published."""
    doi = f"https://doi.org/{page.doi}" if page.doi else ""
    return {
        "@type": "ScholarlyArticle",
        "name": page.cited_title,
        "datePublished": str(page.year or ""),
        "dateModified": "",
        "publisher": "",
        "keywords": page.keywords,
        "pagination": page.pages,
        "sameAs": doi or page.source_url,
        "identifier": doi and {"@type": "PropertyValue", "propertyID": "DOI", "value": page.doi},
        "isPartOf": _place(page),
    }


def _place(page):
    """The issue of the volume of the journal; https://schema.org/ScholarlyArticle, example 1."""
    place = {"@type": "Periodical", "name": page.journal}
    if page.volume:
        place = {"@type": "PublicationVolume", "volumeNumber": page.volume, "isPartOf": place}
    if page.issue:
        place = {"@type": "PublicationIssue", "issueNumber": page.issue, "isPartOf": place}
    return place


def _breadcrumbs(page, trail):
    steps = [
        *({"title": step["title"], "url": settings.SITE_URL + step["url"]} for step in trail),
        {"title": page.title, "url": address_of(page)},
    ]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": step["title"], "item": step["url"]}
            for number, step in enumerate(steps, start=1)
        ],
    }


def _kind_of(name):
    return "Organization" if is_body(name) else "Person"


def _with_territory(code):
    """Return a language as Open Graph names it (hi_IN): with CLDR's most likely territory."""
    likely = get_global("likely_subtags").get(code, code)
    return f"{code}_{likely.split('_')[-1]}"
