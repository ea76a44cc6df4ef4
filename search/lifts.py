"""Small lifts of the score for what is new and for what editors have chosen.

They decide between resources that answer about equally well, and never carry one past another that
has more of the words (`engines.base.ALL_WORDS`). How an initiative ended lifts nothing: what did
not work is worth as much to who wonders whether it would work here.
"""

from datetime import timedelta

from django.utils import timezone

from .engines.base import ALL_WORDS
from .promotions import chosen_pages

# What was published within two years is likelier to follow today's guidance; the tenth part is for
# what editors put first for some question, which says that they stand for it.
NEW, NEW_FOR = 0.05, timedelta(days=730)
CHOSEN = 0.1


def lifted(scores: dict[int, float], today) -> dict[int, float]:
    """Return `scores` by page id with the lifts; `today` is the `Catalogue` of the day."""
    scores = dict(scores)
    new = today.published_since(timezone.localdate() - NEW_FOR)
    for lift, pages in ((NEW, new), (CHOSEN, chosen_pages())):
        for page_id in pages & scores.keys():
            scores[page_id] += lift * (scores[page_id] % ALL_WORDS)
    return scores
