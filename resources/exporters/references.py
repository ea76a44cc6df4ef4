"""What the formats of reference managers have in common."""

from core.languages import SOURCE_LANGUAGE
from resources.importers.summaries import opening, summary_from_facts
from resources.models import ResourcePage

from .rows import Values, without_own_mark

_LONGEST_SUMMARY = ResourcePage._meta.get_field("summary").max_length


def with_abstract(values: Values) -> Values:
    """The values with an abstract in place of what an import makes of one.

    That is summary and body together, or the summary alone; a summary which says no more than
    the record itself is left out.
    """
    values = without_own_mark(values)
    summary, body = values.get("summary", ""), values.get("body", "")
    if len(body) > _LONGEST_SUMMARY and summary == opening(body, _LONGEST_SUMMARY):
        taken, abstract = ("summary", "body"), body
    elif summary == summary_from_facts(values, values.get("language", SOURCE_LANGUAGE)):
        taken, abstract = ("summary",), ""
    else:
        taken, abstract = ("summary",), summary
    rest = {name: value for name, value in values.items() if name not in taken}
    return {**rest, "abstract": abstract} if abstract else rest


def texts(value: str | list[str]) -> list[str]:
    """A value as a list, whether its column takes one or several."""
    return value if isinstance(value, list) else [value]
