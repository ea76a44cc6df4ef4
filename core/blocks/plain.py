"""Plain texts that may be left out: wagtail-localize takes a text, even an empty one, not None."""

from wagtail.blocks import CharBlock, TextBlock


class _Plain:
    def normalize(self, value):
        """Return a text; "" for None."""
        return super().normalize(value) or ""

    def to_python(self, value):
        """Return a text; "" for None."""
        return super().to_python(value) or ""


class LineBlock(_Plain, CharBlock):
    """One line of text, "" where a program leaves it out."""

    class Meta:
        default = ""


class LinesBlock(_Plain, TextBlock):
    """Text of several lines, "" where a program leaves it out."""

    class Meta:
        default = ""
