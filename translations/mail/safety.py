"""Telling country teams at once what changed in a way that may harm patients.

A notice for each person is kept first and sent then, so that a mail server that is down delays
mails and loses none, and no one is told twice.
"""

import html
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from core.languages import get_language
from core.visibility import open_pages
from translations.board.rows import page_types
from translations.models import Kind, SafetyNotice, Severity, SourceChange, TranslationState

from .people import language_of, languages_by_person
from .sending import Letter, address, deliver

# Nobody is warned of what was long ago.
_LONGEST = timedelta(days=7)


def tell(change_id):
    """Keep a notice for everybody whom a change concerns, once, and send what waits."""
    change = SourceChange.objects.filter(pk=change_id).select_related("version").first()
    if change is None:
        return
    people = languages_by_person(_affected(change).keys())
    SafetyNotice.objects.bulk_create(
        (SafetyNotice(change=change, person=person) for person in people), ignore_conflicts=True
    )
    send_waiting()


def send_waiting():
    """Send the notices that wait; what cannot be sent goes on waiting."""
    recent = SafetyNotice.objects.filter(change__published_at__gt=timezone.now() - _LONGEST)
    deliver(recent.select_related("change__version__locale", "person"), _letter)


def _letter(notice):
    affected = _affected(notice.change)
    languages = languages_by_person(affected.keys()).get(notice.person, [])
    if not languages:
        # Put right, withdrawn or another's by now.
        return None
    context = _context(notice.change, [affected[code] for code in languages])
    language = language_of(notice.person, languages)
    return Letter(language, "emails/safety_change.txt", context)


def _affected(change):
    """Return {language code: state} of the published translations that a change outdates.

    There are none of a source that not everybody may read: a mail cannot be taken back.
    """
    version = change.version
    is_page = version.content_type in page_types()
    if is_page and not open_pages().filter(pk=version.object_id).exists():
        return {}
    states = TranslationState.objects.filter(
        source=version, severity=Severity.SAFETY, version__is_live=True
    )
    return {state.locale.language_code: state for state in states.select_related("locale")}


def _context(change, states):
    return {
        "title": change.version.title,
        "note": change.note,
        "passages": [_words(each) for each in change.passages.order_by("pk")],
        "links": [
            (
                get_language(state.locale.language_code).name,
                address(reverse("translations_board_open", args=[state.pk])),
            )
            for state in states
        ],
    }


def _words(passage):
    """Return what a passage says before and after, as a mail shows it; "" for what is no text."""
    shown = passage.kind != Kind.MEDIA
    return {
        "kind": passage.get_kind_display(),
        "old": _plain(passage.old_text) if shown else "",
        "new": _plain(passage.new_text) if shown else "",
    }


def _plain(text):
    return html.unescape(strip_tags(text))
