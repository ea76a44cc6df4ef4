"""Fields of the hub's own."""

from wagtail.fields import StreamField


class PassagesField(StreamField):
    """A StreamField that keeps its block definitions out of migrations.

    Blocks change often and the database does not care; written out they would fill every
    migration. A data migration that needs the blocks imports them itself.
    """

    def __init__(self, block_types=(), *args, **kwargs):
        super().__init__(block_types, *args, **kwargs)

    def deconstruct(self):
        """Return the field's definition for migrations, without its blocks."""
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [], kwargs
