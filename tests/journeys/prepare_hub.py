"""Makes the hub that the journeys are served; run in the environment of that hub."""

import django


def main():
    """Migrate the empty database, fill it, and build what a server needs."""
    django.setup()
    from django.core.management import call_command

    from tests.journeys import outdated_pages, stress_pages

    call_command("migrate", verbosity=0)
    call_command("load_demo", verbosity=0)
    stress_pages.build()
    outdated_pages.build()
    call_command("update_index", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)


if __name__ == "__main__":
    main()
