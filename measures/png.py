"""Pictures of charts for slides and reports."""

from pathlib import Path

import resvg_py

from .drawing.picture import Picture

# Those of English first: of fonts that have a letter, the first one in this order is taken.
_FONTS = sorted(str(path) for path in (Path(__file__).parent / "fonts").glob("*.ttf"))
# Larger than drawn, for sharp print; but no picture is wider than this.
_ZOOM, _WIDEST = 1.5, 4000


def png(picture: Picture) -> bytes:
    """Return a drawing as PNG, letters shaped in every script.

    Raises ValueError for what cannot be drawn. Nothing that it refers to is fetched.
    """
    zoom = min(_ZOOM, _WIDEST / picture.width)
    try:
        return resvg_py.svg_to_bytes(
            svg_string=picture.svg, skip_system_fonts=True, font_files=_FONTS, zoom=zoom
        )
    except BaseException as error:
        # A fault in the library comes as a PanicException, which is no Exception and can be
        # imported from nowhere; uncaught it would end the process that serves readers.
        if type(error).__name__ != "PanicException":
            raise
        raise ValueError("This drawing cannot be made into a picture.") from error
