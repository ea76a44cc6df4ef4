"""Work of the translations app done outside the request that caused it."""

from django_tasks import task

from .mail import safety


@task()
def tell_of_change(change_id: int) -> None:
    """Write to the teams whose published translations a safety-critical change outdates."""
    safety.tell(change_id)
