"""What a resource says it takes: roles in the team, and equipment.

Relations like those of `filing`, so that they are named in every language, exported, imported and
found alike. What a resource does not say stays empty, and nobody concludes that it takes nothing.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from .terms import Equipment, TeamRole


class ResourceRole(Orderable):
    """A role that the team needs."""

    page = ParentalKey(
        "resources.ResourcePage", on_delete=models.CASCADE, related_name="team_roles"
    )
    term = models.ForeignKey(
        TeamRole, models.CASCADE, related_name="+", verbose_name=_("team role")
    )


class ResourceEquipment(Orderable):
    """A piece of equipment that must be there."""

    page = ParentalKey("resources.ResourcePage", on_delete=models.CASCADE, related_name="equipment")
    term = models.ForeignKey(
        Equipment, models.CASCADE, related_name="+", verbose_name=_("equipment")
    )
