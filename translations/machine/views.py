"""Machine drafts in the admin."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail_localize.models import Translation

from translations.glossary.matching import plain
from translations.teams import within

from .acceptance import refusal
from .drafting import draft
from .service import service_for

_EXCERPT = 60


@require_POST
def machine_translate(request, translation_id):
    """Draft what has no translation yet, and say what became of it.

    Takes the place of wagtail-localize's view of the same name, which tells of no refusal.
    """
    found = within(Translation.objects.filter(enabled=True), request.user, "target_locale")
    translation = get_object_or_404(found, pk=translation_id)
    service = service_for(translation.source.locale, translation.target_locale)
    if service is None:
        raise Http404
    _tell(request, draft(translation, service, request.user))
    return redirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_home"))


def stop_unaccepted(request, instance):
    """Answer the request to publish a translation in which drafts wait; None to let it pass."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    translation = Translation.objects.filter(
        source__object_id=getattr(instance, "translation_key", None),
        target_locale=getattr(instance, "locale_id", None),
        enabled=True,
    ).first()
    reason = refusal(translation) if translation else ""
    if not reason:
        return None
    messages.error(request, reason)
    return redirect(request.path)


def _tell(request, outcome):
    if outcome.failure:
        messages.error(request, outcome.failure)
    if outcome.drafted:
        messages.success(
            request,
            ngettext(
                "{count} passage drafted. Accept or correct it before you publish.",
                "{count} passages drafted. Accept or correct each before you publish.",
                outcome.drafted,
            ).format(count=outcome.drafted),
        )
    for source, concerns in outcome.refused:
        messages.warning(
            request,
            _("Draft refused for “{passage}”. {reasons}").format(
                passage=Truncator(plain(source)).chars(_EXCERPT),
                reasons=" · ".join(concern.message for concern in concerns),
            ),
        )
    if outcome.left:
        messages.warning(
            request,
            ngettext(
                "{count} passage has no translation yet.",
                "{count} passages have no translation yet.",
                outcome.left,
            ).format(count=outcome.left),
        )
    elif not (outcome.drafted or outcome.refused):
        messages.info(request, _("Nothing is left to translate."))
