"""How good ranked lists are, by the measures of TREC.

Definitions: Järvelin and Kekäläinen 2002 (nDCG, with the grade itself as gain); Manning,
Raghavan and Schütze 2008, section 8.4 (recall, R-precision, reciprocal rank).
"""

from dataclasses import astuple, dataclass, fields
from math import log2


@dataclass(frozen=True)
class Measures:
    """The measures of one question, or their means over several; all lie between 0 and 1."""

    ndcg_10: float
    recall_100: float
    mrr_10: float
    r_precision: float
    recall: float
    empty: float


def measure(found: list[str], relevant: dict[str, float]) -> Measures:
    """Return the measures of one list of document ids, best first.

    `relevant` maps the ids of the documents that answer the question, at least one, to their
    grades, which are above 0.
    """
    hits = [rank for rank, doc in enumerate(found, start=1) if doc in relevant]
    gained = sum(relevant[found[rank - 1]] / log2(rank + 1) for rank in hits if rank <= 10)
    best = sorted(relevant.values(), reverse=True)[:10]
    ideal = sum(grade / log2(rank + 1) for rank, grade in enumerate(best, start=1))
    return Measures(
        ndcg_10=gained / ideal,
        recall_100=sum(rank <= 100 for rank in hits) / len(relevant),
        mrr_10=1 / hits[0] if hits and hits[0] <= 10 else 0.0,
        r_precision=sum(rank <= len(relevant) for rank in hits) / len(relevant),
        recall=len(hits) / len(relevant),
        empty=float(not found),
    )


def mean(each: list[Measures]) -> Measures:
    """Return the mean of every measure over questions, of which there is at least one."""
    columns = zip(*map(astuple, each), strict=True)
    return Measures(*(sum(column) / len(each) for column in columns))


def names() -> list[str]:
    """Return the names of the measures, in their order."""
    return [field.name for field in fields(Measures)]
