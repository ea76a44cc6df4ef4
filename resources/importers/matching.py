"""Which page of the library a record is about."""

from dataclasses import dataclass

from wagtail.models import Page

from resources.models import ResourcePage

from .identity import Identity, key_from


@dataclass(frozen=True)
class Existing:
    """A page of the library, as far as an import has to know it."""

    pk: int
    identity: Identity
    live: bool
    was_published: bool
    has_unpublished_changes: bool
    locked: bool
    latest_revision_id: int | None


class Library:
    """The pages of one model in one language, found by their keys.

    With a section, only those in it: two shows may give their episodes the same keys.
    """

    def __init__(
        self, model: type[ResourcePage], language: str, section: Page | None = None
    ) -> None:
        self._by_key: dict[tuple[str, str], Existing] = {}
        doi = ("doi",) if any(field.name == "doi" for field in model._meta.fields) else ()
        rows = model.objects.filter(locale__language_code=language, alias_of=None).order_by("-pk")
        if section is not None:
            rows = rows.child_of(section)
        for row in rows.values(
            "pk",
            "translation_key",
            "source_url",
            "source_id",
            "live",
            "first_published_at",
            "has_unpublished_changes",
            "locked",
            "latest_revision_id",
            *doi,
        ):
            existing = _existing(row)
            own = ("source_id", key_from(row["translation_key"]))
            for key in (*existing.identity.in_order(), own):
                self._by_key[key] = existing

    def find(self, identity: Identity) -> Existing | None:
        """The page with the record's DOI, else URL, else source_id; the oldest when several.

        A page with another DOI is another resource, whatever else it shares.
        """
        for key in identity.in_order():
            existing = self._by_key.get(key)
            if existing and not existing.identity.contradicts(identity):
                return existing
        return None


def _existing(row: dict) -> Existing:
    return Existing(
        pk=row["pk"],
        identity=Identity(row.get("doi", ""), row["source_url"], row["source_id"]),
        live=row["live"],
        was_published=row["first_published_at"] is not None,
        has_unpublished_changes=row["has_unpublished_changes"],
        locked=row["locked"],
        latest_revision_id=row["latest_revision_id"],
    )
