"""What stands in every translation as it was entered."""


class Untranslated:
    """Mixin of blocks that translators never see, since all languages have the same in them."""

    def get_translatable_segments(self, value):
        """Return nothing to translate."""
        return []

    def restore_translated_segments(self, value, segments):
        """Return the value unchanged."""
        return value
