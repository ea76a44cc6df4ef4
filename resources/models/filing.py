"""What a resource is filed under.

Child relations, because wagtail-localize passes over many-to-many fields. They are copied to
every translation as they stand and name a term in the language of the source; readers are
shown that term's name in their own language (see `resources.terms`).
"""

from collections.abc import Sequence
from typing import NamedTuple

from django.db import models
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from .needs import ResourceEquipment, ResourceRole
from .terms import Audience, CareSetting, Equipment, Method, TeamRole, Topic


class ResourceTopic(Orderable):
    """A topic of a resource."""

    page = ParentalKey("resources.ResourcePage", on_delete=models.CASCADE, related_name="topics")
    term = models.ForeignKey(Topic, models.CASCADE, related_name="+", verbose_name=_("topic"))


class ResourceSetting(Orderable):
    """A care setting of a resource."""

    page = ParentalKey("resources.ResourcePage", on_delete=models.CASCADE, related_name="settings")
    term = models.ForeignKey(
        CareSetting, models.CASCADE, related_name="+", verbose_name=_("care setting")
    )


class ResourceAudience(Orderable):
    """An audience of a resource."""

    page = ParentalKey("resources.ResourcePage", on_delete=models.CASCADE, related_name="audiences")
    term = models.ForeignKey(Audience, models.CASCADE, related_name="+", verbose_name=_("audience"))


class ResourceMethod(Orderable):
    """A QI method that a resource explains or uses."""

    page = ParentalKey("resources.ResourcePage", on_delete=models.CASCADE, related_name="methods")
    term = models.ForeignKey(Method, models.CASCADE, related_name="+", verbose_name=_("QI method"))


# Names of the relations of a ResourcePage, with the facet under which search keeps each.
FILING = {
    "topics": (ResourceTopic, Topic, "topic"),
    "settings": (ResourceSetting, CareSetting, "setting"),
    "audiences": (ResourceAudience, Audience, "audience"),
    "methods": (ResourceMethod, Method, "method"),
    "team_roles": (ResourceRole, TeamRole, "role"),
    "equipment": (ResourceEquipment, Equipment, "equipment"),
}


class Filed(NamedTuple):
    """A term as a page is filed under it: its slug, and its name in the page's language."""

    slug: str
    name: str


def named_rows(relation, model):
    """Return the rows of a filing relation, each with `local_name` in its page's language."""
    in_language = model.objects.filter(
        translation_key=OuterRef("term__translation_key"), locale=OuterRef("page__locale")
    )
    return relation.objects.annotate(local_name=Subquery(in_language.values("name")[:1]))


def filed_under(page_ids: Sequence[int]) -> dict[int, dict[str, list[Filed]]]:
    """Return what these pages are filed under, by page and by relation: a query each."""
    filed: dict[int, dict[str, list[Filed]]] = {
        page_id: {name: [] for name in FILING} for page_id in page_ids
    }
    for name, (relation, model, _facet) in FILING.items():
        rows = named_rows(relation, model).filter(page__in=page_ids)
        for page_id, slug, own_name, local_name in rows.values_list(
            "page_id", "term__slug", "term__name", "local_name"
        ):
            filed[page_id][name].append(Filed(slug, local_name or own_name))
    return filed
