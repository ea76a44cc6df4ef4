"""What all our guides have in common."""

EDITORS = [{"name": "QI Knowledge Hub editors", "role": "author", "affiliation": ""}]
LICENCE = "CC BY 4.0"
POCQI_SOURCE = (
    "Point of Care Quality Improvement (POCQI) learner manual, "
    "WHO Regional Office for South-East Asia, 2017"
)


def guide(slug: str, title: str, summary: str, **fields) -> dict:
    """Return one guide record; `fields` add to or replace what guides have in common."""
    record = {
        "slug": slug,
        "title": title,
        "summary": summary,
        "pocqi_step": None,
        "care_level": "",
        "countries": [],
        "contributors": EDITORS,
        "licence": LICENCE,
        "source_name": POCQI_SOURCE,
        "source_url": "",
        "source_id": f"demo:{slug}",
        "lead_image": "",
    }
    return record | fields
