"""Who signs in."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A person who signs in: an editor, translator, facilitator, mentor or administrator.

    The hub's own class from the first migration on, so that fields can be added later.
    """
