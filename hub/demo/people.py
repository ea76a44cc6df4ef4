"""Those who can sign in to the demo."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

ADMINISTRATOR, EDITOR, TRANSLATOR, AUTHOR = "admin", "editor", "translator-hi", "author"
# The Hindi team is of one person, who publishes what she has translated.
_GROUPS = {EDITOR: "Moderators", TRANSLATOR: "Reviewers (hi)", AUTHOR: "Record authors"}


def load(password):
    """Create the demo's administrator, editor, Hindi translator and author where they are missing.

    Returns the names of those created. Without a password they cannot sign in until one is set.
    """
    created = []
    for name in (ADMINISTRATOR, EDITOR, TRANSLATOR, AUTHOR):
        user, is_new = get_user_model().objects.get_or_create(
            username=name,
            defaults={"email": f"{name}@hub.invalid", "is_superuser": name == ADMINISTRATOR},
        )
        if is_new:
            user.set_password(password or None)
            user.save()
            user.groups.set(Group.objects.filter(name=_GROUPS.get(name, "")))
            created.append(name)
    return created
