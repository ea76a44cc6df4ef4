"""A weekly summary for each member of a country team, for whoever has not declined it."""

from datetime import timedelta

from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from translations import teams
from translations.board.rows import rows, with_assignments
from translations.board.summary import summarise
from translations.models import Status, TeamMember

from .people import language_of, languages_by_person
from .sending import MailServerDown, address, send

_MOST_URGENT = 5


def send_digests():
    """Send this week's summaries, once a week to each; a mail server that is down delays them."""
    today = timezone.localdate()
    monday = today - timedelta(days=today.weekday())
    for person, codes in languages_by_person(teams.EVERYWHERE).items():
        kept, _is_new = TeamMember.objects.get_or_create(person=person)
        due = TeamMember.objects.filter(
            Q(digest_sent_on=None) | Q(digest_sent_on__lt=monday), pk=kept.pk, wants_digest=True
        )
        # Taken before it is sent: no two processes send it.
        if not due.update(digest_sent_on=today):
            continue
        try:
            _send(person, codes)
        except MailServerDown:
            TeamMember.objects.filter(pk=kept.pk).update(digest_sent_on=kept.digest_sent_on)
            return


def _send(person, codes):
    states = with_assignments(rows(person)).filter(locale__language_code__in=codes)
    to_do = states.exclude(status=Status.FRESH)
    languages, mine = summarise(to_do, Q(assignment__person=person))
    if not languages:
        return
    urgent = to_do.order_by("-urgency", "-visits", "pk").annotate(title=F("source__title"))
    context = {
        "languages": [
            (
                each,
                [
                    (status.label, each.counts[status])
                    for status in Status
                    if each.counts.get(status)
                ],
            )
            for each in languages
        ],
        "mine": mine,
        "urgent": [
            (state.title, address(reverse("translations_board_open", args=[state.pk])))
            for state in urgent.defer("marks")[:_MOST_URGENT]
        ],
        "board": address(reverse("translations_board")),
        "account": address(reverse("wagtailadmin_account")),
    }
    send(person, language_of(person, codes), "emails/digest.txt", context)
