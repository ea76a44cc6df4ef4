"""What the published initiatives have in common."""

JOURNAL = "BMJ Open Quality"


def initiative(slug: str, title: str, summary: str, authors: list[str], **fields) -> dict:
    """Return one initiative record; `fields` add to or replace the defaults.

    A text field stays empty, and so does the outcome, where the published record that was
    read does not support a sentence. `pages` holds the article number.
    """
    record = {
        "slug": slug,
        "title": title,
        "summary": summary,
        "contributors": [{"name": name, "role": "author", "affiliation": ""} for name in authors],
        "journal": JOURNAL,
        "doi": "",
        "pmid": "",
        "pmcid": "",
        "countries": ["IN"],
        "care_level": "",
        "pocqi_step": None,
        "audiences": ["nurses", "doctors", "qi-coaches"],
        "methods": [],
        "problem": "",
        "aim": "",
        "aim_what": "",
        "aim_for_whom": "",
        "aim_how_much": "",
        "aim_by_when": "",
        "change": "",
        "result": "",
        "outcome": "",
        "translational_potential": "",
        "facility_name": "",
        "facility_place": "",
        "facility_is_anonymous": False,
        "measures": [],
    } | fields
    record["source_url"] = record["facts_source"]
    record["source_name"] = record["journal"]
    record["source_id"] = record["doi"] or record["facts_source"]
    return record


def measure(
    name: str, *, reported: tuple[tuple[str, str], ...] = (), points: tuple[str, ...] = (), **more
) -> dict:
    """Return one measure of a record, as `measures.blocks.MeasureBlock` takes it.

    `reported` are pairs of what a number is and the number, `points` the lines of a series: only
    those that the publication prints. `more` are the unit, the kind and what is better.
    """
    told = [{"what": what, "value": value} for what, value in reported]
    return {"name": name, "reported": told, "data": "\n".join(points)} | more
