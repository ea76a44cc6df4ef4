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
        "change": "",
        "result": "",
        "outcome": "",
        "translational_potential": "",
        "facility_name": "",
        "facility_place": "",
        "facility_is_anonymous": False,
    } | fields
    record["source_url"] = record["facts_source"]
    record["source_name"] = record["journal"]
    record["source_id"] = record["doi"] or record["facts_source"]
    return record
