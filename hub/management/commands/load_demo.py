"""The demo hub: guides, case studies, published initiatives and a podcast, in all languages."""

import os
from collections import Counter

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from wagtail.models import Locale, ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from core.languages import SOURCE_LANGUAGE
from hub.demo import glossary, identity, pages, people, terms, translate, vocabulary


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
        # A page is saved several times over on its way; where it leads is noted once, at the end.
        with disable_reference_index_auto_update():
            home, new = self._load()
        for instance in new:
            ReferenceIndex.create_or_update_for_object(instance)
        identity.load(home)
        self.stdout.write(f"Search terms, new: {len(vocabulary.load())}.")
        self.stdout.write(f"Glossary entries, new: {glossary.load()}.")
        self._create_people()

    def _load(self):
        """Load terms, pages and translations; return the home page, and all that is new."""
        locale = Locale.objects.get(language_code=SOURCE_LANGUAGE)
        with transaction.atomic():
            all_terms = terms.load(locale)
            all_pages, new = pages.load(locale)
        self.stdout.write(f"Pages: {len(all_pages)}, new: {len(new)}.")
        count = Counter()
        for instance in (*all_terms, *all_pages):
            translations = translate.translate(instance)
            new += translations.values()
            count.update(translations.keys())
        for language in translate.languages():
            self.stdout.write(f"Translations into {language}, new: {count[language]}.")
        return all_pages[0], new

    def _create_people(self):
        created = people.load(os.environ.get("DEMO_PASSWORD", ""))
        self.stdout.write(f"Sign-ins, new: {', '.join(created) or 'none'}.")
