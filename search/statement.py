"""The one SQL statement that answers a question: the page of hits, the total, all counts.

Privacy, filters, one hit a resource, counts and paging live here and nowhere else, whichever
engine has found the words. Counts and totals count resources, not their translations.
"""

from dataclasses import dataclass, field

from django.db import connection
from django.utils import timezone

from core import identity

from .asking import COLUMN_FACETS, ROW_FACETS, SearchRequest
from .engines.base import ALL_WORDS, Candidates


@dataclass
class Answer:
    """Ids of the hits in order, the total, counts by facet and value, and rows looked at."""

    ids: list[int] = field(default_factory=list)
    total: int = 0
    found: int = 0
    counts: dict[str, dict[str, int]] = field(default_factory=dict)


def identified(identifier: str) -> Candidates:
    """Return how to select the entries that carry `identifier`, before all others."""
    return Candidates(
        f"SELECT entry_id, {ALL_WORDS * 10} AS score FROM search_entryidentifier WHERE value = %s",
        (identifier,),
    )


def everything() -> Candidates:
    """Return how to select all entries; the newest come first where no score tells."""
    return Candidates("SELECT page_id AS entry_id, 0.0 AS score FROM search_entry", ())


def either(first: Candidates, second: Candidates) -> Candidates:
    """Return how to select the rows of both, each with its better score."""
    sql = (
        f"SELECT entry_id, MAX(score) AS score FROM (SELECT * FROM ({first.sql}) AS first "
        f"UNION ALL SELECT * FROM ({second.sql}) AS second) AS united GROUP BY entry_id"
    )
    return Candidates(sql, (*first.params, *second.params))


def execute(candidates: Candidates, request: SearchRequest) -> Answer:
    """Run the statement; raises DatabaseError where the database cannot."""
    matches, parameters = _matches(candidates, request)
    sql = (
        f"WITH found AS MATERIALIZED ({candidates.sql}), matches AS MATERIALIZED ({matches}), "
        f"{_HITS.format(agreeing=_agreeing(request.filters))} "
        "SELECT 'hit' AS kind, CAST(page_id AS varchar(40)) AS value, place FROM hits "
        "WHERE place > %s AND place <= %s UNION ALL SELECT 'total', '', COUNT(*) FROM hits "
        "UNION ALL SELECT 'found', '', COUNT(*) FROM found"
    )
    first = (request.page - 1) * request.page_size
    parameters = [*parameters, first, first + request.page_size]
    for name in COLUMN_FACETS:
        sql += f" UNION ALL {_column_counts(name, request.filters)}"
    sql += f" UNION ALL {_row_counts(request.filters)}"
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return _read(cursor.fetchall())


# Of several translations that match, the reader's own language is shown, then its fallbacks,
# then the best match. `preference` is 0 for the reader's own.
_HITS = """
chosen AS (
    SELECT page_id, preference, score, sort_date, ROW_NUMBER() OVER (
        PARTITION BY resource ORDER BY preference, score DESC, page_id) AS choice
    FROM matches WHERE {agreeing}
),
hits AS MATERIALIZED (
    SELECT page_id, ROW_NUMBER() OVER (
        ORDER BY CASE preference WHEN 0 THEN 0 ELSE 1 END, score DESC,
            sort_date DESC NULLS LAST, page_id) AS place
    FROM chosen WHERE choice = 1
)
"""


def _matches(candidates, request):
    """Return the SELECT of visible entries found, saying of each which filters it fails."""
    languages = request.preferred_languages
    cases = " ".join(f"WHEN %s THEN {rank}" for rank in range(len(languages)))
    columns = [f"CASE e.language {cases} ELSE {len(languages)} END AS preference"]
    parameters = [*candidates.params, *languages]
    for name, values in request.filters.items():
        condition, arguments = _filter(name, values)
        columns.append(f"CASE WHEN {condition} THEN 0 ELSE 1 END AS fails_{name}")
        parameters += arguments
    where, arguments = _where(request.within)
    sql = (
        "SELECT e.page_id, e.resource, e.language, e.type, e.outcome, e.year, e.sort_date, "
        f"found.score, {', '.join(columns)} "
        f"FROM found CROSS JOIN search_entry e WHERE e.page_id = found.entry_id AND {where}"
    )
    return sql, [*parameters, *arguments]


def _filter(name, values):
    marks = ", ".join(["%s"] * len(values))
    if name in ROW_FACETS:
        return (
            "EXISTS (SELECT 1 FROM search_entryfacet f WHERE f.entry_id = e.page_id AND "
            "f.facet_value_id IN (SELECT id FROM search_facetvalue WHERE name = %s "
            f"AND value IN ({marks})))"
        ), [name, *values]
    if name == "year":
        values = [int(value) for value in values]
    return f"e.{name} IN ({marks})", list(values)


def _where(within):
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    sql, parameters = "(e.expires_at IS NULL OR e.expires_at > %s)", [now]
    if withheld := identity.withheld():
        sql += f" AND e.language NOT IN ({', '.join(['%s'] * len(withheld))})"
        parameters += withheld
    if within:
        below = " OR ".join(["(SUBSTR(p.path, 1, %s) = %s AND p.path <> %s)"] * len(within))
        sql += (
            f" AND EXISTS (SELECT 1 FROM wagtailcore_page p WHERE p.id = e.page_id AND ({below}))"
        )
        parameters += [value for path in within for value in (len(path), path, path)]
    return sql, parameters


def _agreeing(filters, without=""):
    """Return the condition that a match passes all filters but the one of `without`."""
    names = [name for name in filters if name != without]
    return " AND ".join(f"fails_{name} = 0" for name in names) or "1 = 1"


def _column_counts(name, filters):
    return (
        f"SELECT '{name}', CAST({name} AS varchar(100)), COUNT(DISTINCT resource) "
        f"FROM matches WHERE {_agreeing(filters, name)} GROUP BY {name}"
    )


def _row_counts(filters):
    """Return the counts of facet rows: one pass for all that are not filtered by, one for each."""
    chosen = [name for name in ROW_FACETS if name in filters]
    others = [name for name in ROW_FACETS if name not in filters]
    groups = [others] * bool(others) + [[name] for name in chosen]
    return " UNION ALL ".join(_row_counts_of(names, filters) for names in groups)


def _row_counts_of(names, filters):
    # SQLite takes the tables of a CROSS JOIN in the order written: the fewer rows first.
    listed = ", ".join(f"'{name}'" for name in names)
    return (
        "SELECT v.name, v.value, counted.resources FROM (SELECT f.facet_value_id, "
        "COUNT(DISTINCT resource) AS resources FROM matches "
        "CROSS JOIN search_entryfacet f "
        f"WHERE f.entry_id = matches.page_id AND {_agreeing(filters, names[0])} "
        "GROUP BY f.facet_value_id) AS counted "
        f"JOIN search_facetvalue v ON v.id = counted.facet_value_id WHERE v.name IN ({listed})"
    )


def _read(rows):
    answer = Answer()
    places = []
    for kind, value, number in rows:
        if kind == "hit":
            places.append((number, int(value)))
        elif kind == "total":
            answer.total = number
        elif kind == "found":
            answer.found = number
        elif value:
            answer.counts.setdefault(kind, {})[value] = number
    answer.ids = [entry_id for _, entry_id in sorted(places)]
    return answer
