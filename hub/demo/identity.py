"""What the demo is called in each language, and the note at the foot of its pages."""

from core.languages import SOURCE_LANGUAGE
from core.models import IdentityWording, SiteIdentity
from hub.demo.content.notes import NOTES


def load(home):
    """Name the hub by its home pages, unless somebody has given it an identity; return whether."""
    if SiteIdentity.objects.exists():
        return False
    names = {page.locale.language_code: page.title for page in home.get_translations()}
    identity = SiteIdentity(footer_note=NOTES[SOURCE_LANGUAGE])
    identity.wordings = [
        IdentityWording(language=language, name=names.get(language, ""), footer_note=note)
        for language, note in NOTES.items()
        if language != SOURCE_LANGUAGE
    ]
    identity.full_clean()
    identity.save()
    return True
