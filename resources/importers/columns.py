"""The columns a record may have, whatever the format it comes from."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """A column: the separator of its values, if it takes several, and its other names."""

    separator: str | None = None
    aliases: tuple[str, ...] = ()


COLUMNS = {
    "title": Column(),
    "summary": Column(aliases=("description",)),
    "abstract": Column(),
    "body": Column(aliases=("text",)),
    "language": Column(aliases=("lang",)),
    "authors": Column(";", aliases=("author", "contributors", "creators")),
    "roles": Column(";", aliases=("role",)),
    "affiliations": Column(";", aliases=("affiliation",)),
    "journal": Column(),
    "year": Column(),
    "volume": Column(),
    "issue": Column(aliases=("number",)),
    "pages": Column(aliases=("article_number",)),
    "doi": Column(),
    "pmid": Column(),
    "pmcid": Column(),
    "url": Column(aliases=("source_url", "link")),
    "source_id": Column(),
    "source_name": Column(aliases=("source",)),
    "licence": Column(aliases=("license",)),
    "published_on": Column(aliases=("published", "date")),
    "reviewed_on": Column(),
    "review_due_on": Column(),
    "keywords": Column(";", aliases=("keyword",)),
    "topics": Column(";", aliases=("topic",)),
    "settings": Column(";", aliases=("setting", "care_settings", "care_setting")),
    "audiences": Column(";", aliases=("audience",)),
    "methods": Column(";", aliases=("method", "qi_methods")),
    "team_roles": Column(";", aliases=("team_role",)),
    "equipment": Column(";"),
    "caseload": Column(),
    "countries": Column(";", aliases=("country",)),
    "care_level": Column(),
    "pocqi_step": Column(),
    "you_need": Column(),
    "context": Column(),
    "problem": Column(),
    "team": Column(),
    "aim": Column(),
    "aim_what": Column(),
    "aim_for_whom": Column(),
    "aim_how_much": Column(),
    "aim_by_when": Column(),
    "causes": Column(),
    "measures": Column(),
    "change_ideas": Column(),
    "change": Column(),
    "cycles": Column(),
    "result": Column(aliases=("results",)),
    "outcome": Column(),
    "outcome_why": Column(),
    "lessons": Column(aliases=("lesson",)),
    "otherwise": Column(aliases=("would_do_otherwise",)),
    "cost_people": Column(),
    "cost_time": Column(),
    "cost_money": Column(),
    "sustainment": Column(),
    "common_changes": Column(),
    "certainty": Column(),
    "certainty_reason": Column(),
    "certainty_by": Column(),
    "certainty_on": Column(),
    "is_illustrative": Column(aliases=("illustrative",)),
    "facility_name": Column(aliases=("facility",)),
    "facility_place": Column(),
    "facility_is_anonymous": Column(),
    "translational_potential": Column(),
    "show": Column(aliases=("podcast",)),
    "season": Column(),
    "episode": Column(aliases=("episode_number",)),
    "episode_type": Column(),
    "audio_url": Column(aliases=("audio", "enclosure")),
    "audio_type": Column(),
    "audio_bytes": Column(aliases=("audio_size",)),
    "audio_low_url": Column(),
    "duration": Column(),
    "is_explicit": Column(aliases=("explicit",)),
    "is_synthetic": Column(),
    "transcript": Column(),
    "transcript_url": Column(),
    "chapters": Column(),
    "chapters_url": Column(),
}
_BY_NAME = {name: name for name in COLUMNS} | {
    alias: name for name, column in COLUMNS.items() for alias in column.aliases
}


def canonical_name(heading: str) -> str | None:
    """The column a heading stands for, however it is spelt (“Source ID”, “source-id”), or None."""
    return _BY_NAME.get(re.sub(r"[\s_-]+", "_", heading.strip().lower()))


def known_headings() -> tuple[str, ...]:
    """Every heading that is understood, for suggestions."""
    return tuple(_BY_NAME)
