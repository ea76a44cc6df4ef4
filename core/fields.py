"""Fields of the hub's own."""

from functools import cached_property

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import JSONField
from wagtail.fields import StreamField


class PassagesField(StreamField):
    """A StreamField that keeps its block definitions out of migrations.

    Blocks change often and the database does not care; written out they would fill every
    migration. A data migration that needs the blocks imports them itself.
    """

    def __init__(self, block_types=(), *args, **kwargs):
        super().__init__(block_types, *args, **kwargs)

    @cached_property
    def json_field(self):
        """The field that reads the JSON, made once: Wagtail makes one for each value read."""
        return JSONField(encoder=DjangoJSONEncoder)

    def deconstruct(self):
        """Return the field's definition for migrations, without its blocks."""
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [], kwargs
