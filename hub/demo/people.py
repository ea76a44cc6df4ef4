"""Those who can sign in to the demo."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from accounts import roles

ADMINISTRATOR, EDITOR, TRANSLATOR = "admin", "editor", "translator-hi"


def load(password, translator_home):
    """Create the demo's administrator, editor and Hindi translator where they are missing.

    `translator_home` is the Hindi home page, below which the translator may work. Returns
    the names of those created. Without a password they cannot sign in until one is set.
    """
    groups = {
        EDITOR: [Group.objects.get(name="Moderators")],
        TRANSLATOR: [roles.translators(translator_home)],
    }
    created = []
    for name in (ADMINISTRATOR, EDITOR, TRANSLATOR):
        user, is_new = get_user_model().objects.get_or_create(
            username=name,
            defaults={"email": f"{name}@hub.invalid", "is_superuser": name == ADMINISTRATOR},
        )
        if is_new:
            user.set_password(password or None)
            user.save()
            user.groups.set(groups.get(name, []))
            created.append(name)
    return created
