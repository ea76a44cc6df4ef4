"""What a resource is filed under.

Child relations, because wagtail-localize passes over many-to-many fields. They are copied to
every translation as they stand and name a term in the language of the source; readers are
shown that term's name in their own language (see `resources.terms`).
"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from .terms import Audience, CareSetting, Method, Topic


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


# Names of the relations of a ResourcePage, with the facet of search that each feeds.
FILING = {
    "topics": (ResourceTopic, Topic, "topic"),
    "settings": (ResourceSetting, CareSetting, "setting"),
    "audiences": (ResourceAudience, Audience, "audience"),
    "methods": (ResourceMethod, Method, "method"),
}
