"""The demo hub: POCQI's steps as guides, and published initiatives from India."""

import os

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from wagtail.models import Locale

from core.languages import SOURCE_LANGUAGE
from hub.demo import pages, people, terms, translate


class Command(BaseCommand):
    """Loads what is missing of the demo and leaves what is there alone."""

    help = (
        "Load the demo hub. Can be run again: what is there already is left as it is. "
        "Sign-ins get the password in DEMO_PASSWORD."
    )

    def handle(self, *args, **options):
        """Load terms, pages, translations and sign-ins; refuse on a public (https) site."""
        if settings.SITE_URL.startswith("https://"):
            raise CommandError(
                "SITE_URL begins with https://, so this looks like a public site; "
                "the demo, with its known sign-ins, is not for one."
            )
        locale = Locale.objects.get(language_code=SOURCE_LANGUAGE)
        with transaction.atomic():
            all_terms = terms.load(locale)
            all_pages, created = pages.load(locale)
        self.stdout.write(f"Pages: {len(all_pages)}, new: {created}.")
        for language in translate.languages():
            self._translate([*all_terms, *all_pages], language)
        self._create_people(all_pages[0])

    def _translate(self, instances, language):
        count = sum(translate.translate(instance, language) for instance in instances)
        self.stdout.write(f"Translations into {language}, new: {count}.")

    def _create_people(self, home):
        hindi_home = home.get_translation(Locale.objects.get(language_code="hi"))
        created = people.load(os.environ.get("DEMO_PASSWORD", ""), hindi_home)
        self.stdout.write(f"Sign-ins, new: {', '.join(created) or 'none'}.")
