"""What a resource's page says of where and with what it was done, and whether readers see it."""

from core.countries import country_name
from resources import related
from resources.choices import ResourceType

from .comparing import Facts, Named

# What tells of a thing to do somewhere; an episode or a synthesis tells of several.
KINDS = {ResourceType.GUIDE.value, ResourceType.CASE_STUDY.value, ResourceType.INITIATIVE.value}


def facts_of(page) -> Facts:
    """Return the facts of a resource, named in the reader's language. One query for its terms."""
    named = {
        name: {
            term["slug"]: Named(term["name"], term["lang"], term["dir"])
            for term in page.terms[relation]
        }
        for name, relation in (("role", "team_roles"), ("equipment", "equipment"))
    }
    return {
        "level": _chosen(page.care_level, page.get_care_level_display()),
        "country": {code: Named(country_name(code)) for code in page.countries},
        **named,
        "caseload": _chosen(page.caseload, page.get_caseload_display()),
    }


def is_compared(page) -> bool:
    """Return whether a page is of a kind that works or not, and says something of where."""
    kind = getattr(page, "resource_type", None)
    return kind in KINDS and any(facts_of(page).values())


def compared_page(page_id: int, language: str):
    """Return the resource of this page as readers of `language` may see it; None for no such."""
    page = next((each.specific for each in related.readable([page_id], language)), None)
    return page if is_compared(page) else None


def _chosen(value, name):
    return {value: Named(name)} if value else {}
