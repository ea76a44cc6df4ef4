"""A throw-away hub to measure, set up as production is."""

import os
import secrets

import django

# Wagtail's own search, where benchmarks.settings are in use.
STOCK = "stock"


def set_up(folder, **settings) -> None:
    """Make an empty hub whose files lie in `folder`; `settings` go before the usual ones.

    One process sets up one hub. The database that a DATABASE_URL names must be empty.
    """
    os.environ.update(
        DJANGO_SETTINGS_MODULE="hub.settings.base",
        SECRET_KEY=secrets.token_urlsafe(50),
        DEMO_PASSWORD=secrets.token_urlsafe(12),
        DATABASE_URL=f"sqlite:///{folder}/db.sqlite3",
        MEDIA_ROOT=f"{folder}/media",
        STATIC_ROOT=f"{folder}/static",
        CACHE_URL="locmemcache://",
        SITE_URL="http://localhost",
        ELASTICSEARCH_URL="",
        LOG_LEVEL="ERROR",
    )
    os.environ.update(settings)
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)


def with_demo(folder) -> None:
    """Make a hub as `set_up` does, and load and index the demo."""
    set_up(folder)
    from django.core.management import call_command

    with open(os.devnull, "w") as nothing:
        call_command("load_demo", stdout=nothing)
        call_command("update_index", stdout=nothing)
