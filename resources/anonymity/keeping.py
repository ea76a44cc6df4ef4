"""Keeping every version of a resource as anonymous as its facility asked to be."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import get_language_from_path
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import ReferenceIndex

from core.signals import pages_written
from resources.revisions import pending_revisions
from translations.freshness.publishing import original_locale

from .names import plain
from .traces import names_of, traces

_FLAG = "facility_is_anonymous"


class NamesFacility(ValidationError):
    """Publishing was refused: the page names the facility; `page` is it, the message says where.

    The message names fields only, since it may end in a log.
    """

    def __init__(self, page, fields):
        self.page = page
        super().__init__(
            _("The facility is to stay anonymous, but it is named in: %(fields)s."),
            params={"fields": ", ".join(fields)},
        )


def versions_of(page):
    """Return a queryset of a resource in all its languages, this page among them."""
    return type(page)._base_manager.filter(translation_key=page.translation_key)


def check(page):
    """Raise `NamesFacility` for an anonymous page that readers would learn the facility from.

    A translation of an anonymous original becomes anonymous first, whatever it says itself.
    """
    if not getattr(page, _FLAG):
        setattr(page, _FLAG, _has_anonymous_original(page))
    if found := traces(page):
        raise NamesFacility(page, found)


@transaction.atomic
def follow(page):
    """Make every version as anonymous as `page` is, which was just published.

    One that has become anonymous takes all others with it; only the original gives a name back.
    Versions that name an anonymous facility are unpublished, and addresses that led to them and
    name it are forgotten.
    """
    is_anonymous = getattr(page, _FLAG) or _has_anonymous_original(page)
    if not is_anonymous and original_locale(page) != page.locale_id:
        return
    others = list(versions_of(page).exclude(**{_FLAG: is_anonymous}))
    for other in others:
        _set_flag(other, is_anonymous)
    if is_anonymous:
        # The former address is noted when the change of a page is committed, by the time of this.
        transaction.on_commit(lambda: _forget_addresses(page))
        for version in versions_of(page).filter(live=True):
            if traces(version):
                version.unpublish()
    if others:
        keys = [other.pk for other in others]
        transaction.on_commit(lambda: pages_written.send(sender=type(page), page_ids=keys))


def out_of_step(pages):
    """Return those of a queryset of live pages that `follow` has to be called for."""
    versions = pages.model._base_manager.filter(translation_key=OuterRef("translation_key"))
    differing = versions.exclude(**{_FLAG: OuterRef(_FLAG)})
    return pages.filter(Q(**{_FLAG: True}) | Exists(differing), live=True)


def recheck(thing):
    """Take back what names an anonymous facility since a picture or a document has changed."""
    for reference in ReferenceIndex.get_references_to(thing).select_related("content_type"):
        model = reference.content_type.model_class()
        if hasattr(model, _FLAG):
            page = model.objects.filter(pk=reference.object_id, live=True, **{_FLAG: True}).first()
            if page:
                follow(page)


def _has_anonymous_original(page):
    anonymous = versions_of(page).filter(**{_FLAG: True}).exclude(pk=page.pk)
    return anonymous.exists() and anonymous.filter(locale=original_locale(page)).exists()


def _set_flag(version, is_anonymous):
    """Write the flag into a version as it is, and into its draft and what is to be published."""
    type(version)._base_manager.filter(pk=version.pk).update(**{_FLAG: is_anonymous})
    for revision in pending_revisions(version):
        revision.content[_FLAG] = is_anonymous
        revision.save(update_fields=["content"])


def _forget_addresses(page):
    """Forget former addresses that have a word of the names, unless the present one has it too."""
    telling = names_of(page).words - set(plain(page.slug).split())
    keys = versions_of(page).values("pk")
    for redirect in Redirect.objects.filter(redirect_page__in=keys):
        if telling.intersection(_words_of(redirect.old_path)):
            redirect.delete()


def _words_of(path):
    """Return the words of an address, without the code of the language that it begins with."""
    language = get_language_from_path(path)
    return plain(path.removeprefix(f"/{language}") if language else path).split()
