"""Work done outside the request that caused it."""

from django_tasks import task

from . import telling


@task()
def tell_of_adoption(adoption_id: int) -> None:
    """Write to the authors of the record that a published report is about."""
    telling.tell(adoption_id)
