"""A resource as the work that somebody cites."""

from datetime import UTC, date, datetime, time

from django.conf import settings
from django.utils import timezone

from core import identity
from resources.choices import ResourceType

from .names import csl_name

# Fields of an initiative and their names in CSL-JSON:
# https://docs.citationstyles.org/en/stable/specification.html#standard-variables
_VARIABLES = {
    "journal": "container-title",
    "volume": "volume",
    "issue": "issue",
    "pages": "page",
    "doi": "DOI",
    "pmid": "PMID",
    "pmcid": "PMCID",
}
_HOSTS = {"host", "co-host", "guest host"}


def authors_of(page):
    """Return the names of the people and groups that a resource is by, its reviewers left out.

    An episode is by its hosts, where it names them (Publication Manual of the APA, 10.13).
    """
    people = [child.value for child in page.contributors]
    return hosts_of(page) or [
        person["name"] for person in people if "review" not in (person.get("role") or "").casefold()
    ]


def hosts_of(page):
    """Return the names of an episode's hosts; [] for every other resource."""
    if not is_episode(page):
        return []
    people = [child.value for child in page.contributors]
    return [each["name"] for each in people if (each.get("role") or "").casefold() in _HOSTS]


def address_of(page, request=None):
    """Return a page's full address on this hub, or "" for one that has none."""
    url = page.get_url(request)
    return settings.SITE_URL + url if url else ""


def issued_at(page):
    """Return the moment that a resource was first published, or None; a bare day begins in UTC."""
    day, first = page.published_on, page.first_published_at
    if day and (first is None or day != first.date()):
        return datetime.combine(day, time.min, tzinfo=UTC)
    return first


def is_paper(page):
    """Tell whether a resource stands for a paper in a journal, which is cited instead of it."""
    return bool(getattr(page, "journal", ""))


def is_episode(page):
    """Tell whether a resource is an episode of a podcast."""
    return page.resource_type == ResourceType.PODCAST


def csl_item(page, request=None):
    """Return a resource as a CSL-JSON item: the paper that it stands for, else its own page."""
    item = {"id": f"{page.resource_type}-{page.pk}", "language": page.locale.language_code}
    if names := authors_of(page):
        item["author"] = [csl_name(name) for name in names]
    if is_paper(page):
        return item | _paper(page)
    return item | _web_page(page, request) | (_episode(page) if is_episode(page) else {})


def _episode(page):
    """An episode is a broadcast of its show: CSL 1.0.2, appendix III (types)."""
    item = {
        "type": "broadcast",
        "container-title": page.show["title"],
        "genre": "Audio podcast episode",
        "medium": "audio",
    }
    if page.episode:
        item["number"] = str(page.episode)
    if hosts_of(page):
        item["custom"] = {"author-role": "Host"}
    return item


def _paper(page):
    """Papers are cited by their year alone, as NLM and APA allow and bibliographies mostly do."""
    found = {name: getattr(page, field) for field, name in _VARIABLES.items()}
    item = {"type": "article-journal", "title": page.cited_title, "URL": page.source_url, **found}
    if page.year:
        item["issued"] = {"date-parts": [[page.year]]}
    return {name: value for name, value in item.items() if value}


def _web_page(page, request):
    hub = identity.name(page.locale.language_code)
    item = {
        "type": "webpage",
        "title": page.title,
        "container-title": hub,
        "publisher": hub,
        "URL": address_of(page, request),
        "accessed": _parts(timezone.localdate()),
    }
    if day := page.issued_on:
        item["issued"] = _parts(day)
    return item


def _parts(day: date):
    return {"date-parts": [[day.year, day.month, day.day]]}
