"""Work of the writing app done outside the request that caused it."""

from django_tasks import task

from . import telling


@task()
def tell_of_turn(draft_id: int) -> None:
    """Write to those for whom a draft waits: editors once it was sent, its team once returned."""
    telling.tell(draft_id)
