"""Builders of the demo's pages: from a record of `hub.demo.content` to a page, not yet saved."""

from hub.demo import images, recordings
from resources.choices import Licence
from resources.models import (
    CaseStudyPage,
    EpisodePage,
    GuidePage,
    InitiativePage,
    LibraryPage,
    PodcastPage,
    SynthesisPage,
)
from resources.models.filing import FILING
from resources.models.record import STREAMS

_LICENCES = {"CC BY 4.0": Licence.CC_BY, "": ""}
_COMMON = ("slug", "title", "summary", "care_level", "pocqi_step", "countries")
_SOURCE = ("source_name", "source_url", "source_id")
_INITIATIVE = (
    *("journal", "year", "volume", "issue", "pages", "doi", "pmid", "pmcid"),
    *("problem", "aim", "change", "result", "outcome", "translational_potential"),
    *("aim_what", "aim_for_whom", "aim_how_much", "aim_by_when"),
    *("facility_name", "facility_place", "facility_is_anonymous"),
)
_CASE_STUDY = (
    *("context", "problem", "change", "result", "outcome", "lessons", "otherwise"),
    "is_illustrative",
)
_SYNTHESIS = ("certainty", "certainty_reason", "certainty_by", "certainty_on")
_EPISODE = ("season", "episode", "episode_type", "is_synthetic")


def section(record, locale):
    """Return a LibraryPage of a section's record."""
    return LibraryPage(locale=locale, show_in_menus=True, **record)


def guide(record, locale):
    """Return a GuidePage with its body, picture and filing; the terms must exist."""
    page = GuidePage(locale=locale, **_fields(record))
    if record["lead_image"]:
        page.image = images.get(record["lead_image"])
    return _filed(page, record)


def case_study(record, locale):
    """Return a CaseStudyPage with its story and filing; the terms must exist."""
    fields = {name: record[name] for name in _CASE_STUDY}
    fields |= {name: record[name] for name in (*STREAMS, "outcome_why") if name in record}
    return _filed(CaseStudyPage(locale=locale, **fields, **_fields(record)), record)


def podcast(record, locale):
    """Return a PodcastPage, the show, with its cover."""
    fields = {**record, "cover": images.get(record["cover"])}
    return PodcastPage(locale=locale, show_in_menus=True, **fields)


def episode(record, locale):
    """Return an EpisodePage with its sound, transcript, chapters and filing."""
    fields = {name: record[name] for name in _EPISODE}
    sound = recordings.of(record)
    return _filed(EpisodePage(locale=locale, **fields, **sound, **_fields(record)), record)


def initiative(record, locale):
    """Return an InitiativePage with its record and filing; the terms must exist."""
    fields = {name: record[name] for name in _INITIATIVE}
    keywords = "; ".join(record["keywords"])
    measures = [("measure", measure) for measure in record["measures"]]
    page = InitiativePage(
        locale=locale, keywords=keywords, measures=measures, **fields, **_fields(record)
    )
    return _filed(page, record)


def synthesis(record, locale):
    """Return a SynthesisPage with its words, grade and filing; records and terms must exist."""
    fields = {name: record[name] for name in _SYNTHESIS}
    changes = [
        ("change", {"change": change, "records": [_record(slug, locale) for slug in slugs]})
        for change, slugs in record["changes"]
    ]
    page = SynthesisPage(locale=locale, changes=changes, **fields, **_fields(record))
    return _filed(page, record)


def _record(slug, locale):
    return InitiativePage.objects.get(slug=slug, locale=locale).page_ptr


def _fields(record):
    people = [("person", person) for person in record["contributors"]]
    licence = _LICENCES[record.get("licence", "")]
    body = [_passage(kind, value) for kind, value in record.get("body", [])]
    plain = {name: record[name] for name in (*_COMMON, *_SOURCE)}
    return {**plain, "contributors": people, "licence": licence, "body": body}


def _passage(kind, value):
    if kind == "image":
        value = {**value, "image": images.get(value["image"])}
    if kind == "table":
        value = {
            "table_caption": value["caption"],
            "table_header_choice": "row",
            "first_row_is_table_header": True,
            "first_col_is_header": False,
            "data": value["data"],
        }
    return (kind, value)


def _filed(page, record):
    for name, (relation, model, _facet) in FILING.items():
        slugs = record.get(name, ())
        found = {
            term.slug: term for term in model.objects.filter(slug__in=slugs, locale=page.locale)
        }
        rows = [relation(sort_order=order, term=found[slug]) for order, slug in enumerate(slugs)]
        setattr(page, name, rows)
    return page
