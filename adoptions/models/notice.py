"""Who is told of an adoption."""

from django.db import models

from translations.models import Notice

from .adoption import Adoption


class AdoptionNotice(Notice):
    """One person's mail about one adoption."""

    adoption = models.ForeignKey(Adoption, models.CASCADE, related_name="+")

    class Meta(Notice.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["adoption", "person"], name="adoptions_one_mail_an_adoption"
            )
        ]

    def __str__(self):
        return f"{self.adoption_id} to {self.person_id}: {self.sent_at}"
