"""Charts as files of their own, in the letters of every language."""

import io
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import polib
import pytest
from django.conf import settings
from django.utils.translation import override
from PIL import Image, ImageFont

from core.languages import CONTENT_LANGUAGES
from measures.drawing.chart import chart_of
from measures.drawing.letters import USUAL, family
from measures.drawing.lines import wrapped
from measures.drawing.picture import Caption, Picture, picture
from measures.png import png
from measures.series import Change, ChartKind, Point, Series

FONTS = Path(settings.BASE_DIR, "measures", "fonts")
LOCALE = Path(settings.BASE_DIR, "locale")
LANGUAGES = [each.code for each in CONTENT_LANGUAGES]
SERIES = Series(
    tuple(Point(f"2021-{number:02}", Decimal(number % 5)) for number in range(1, 13)),
    unit="%",
    goal=Decimal(4),
    changes=(Change("2021-04", "A <nurse> & a towel"),),
)


def file_in(language, caption="Milk"):
    with override(language):
        return picture(chart_of(SERIES, ChartKind.RUN), Caption(caption, ("https://hub.example/",)))


def image_of(text, language="en"):
    """The picture of one text, in the family that is chosen for it."""
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="80">'
        f'<text x="20" y="50" font-size="24" font-family="{family(text, language)}">{text}</text>'
        "</svg>"
    )
    return Image.open(io.BytesIO(png(Picture(svg, 300)))).getchannel("A")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_is_whole_svg_with_all_that_the_page_says_around_it(language):
    drawn = file_in(language)
    root = ElementTree.fromstring(drawn.svg)
    said = " ".join("".join(root.itertext()).split())
    assert "A <nurse> & a towel" in said
    assert "https://hub.example/" in said
    assert root.get("width") == str(drawn.width)
    assert "var(" not in drawn.svg


@pytest.mark.parametrize("language", ["en", "ur"])
def test_a_png_shows_the_chart_sharp_and_not_endlessly_wide(language):
    drawn = file_in(language)
    image = Image.open(io.BytesIO(png(drawn)))
    assert image.format == "PNG"
    assert image.width == round(drawn.width * 1.5)
    # Teal of the line, on white.
    assert {(7, 94, 89, 255), (255, 255, 255, 255)} <= set(
        image.convert("RGBA").get_flattened_data()
    )


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_every_letter_of_the_interface_is_in_the_font_of_its_language(language):
    catalogue = polib.pofile(
        str(Path(settings.BASE_DIR, "locale", language, "LC_MESSAGES/django.po"))
    )
    text = " ".join(entry.msgstr for entry in catalogue if entry.msgstr)
    font = _font(family(text, language))
    missing = bytes(font.getmask("\U0010fffe"))
    letters = sorted({sign for sign in text if sign.isalnum()})
    assert letters
    assert [sign for sign in letters if bytes(font.getmask(sign)) == missing] == []


def _font(name):
    fonts = [ImageFont.truetype(str(path), 20) for path in FONTS.glob("*.ttf")]
    return next(font for font in fonts if font.getname()[0].startswith(name))


@pytest.mark.parametrize(
    ("language", "joined", "apart"),
    [
        ("hi", "क्ष", "क्\u200cष"),
        ("bn", "ক্ষ", "ক্\u200cষ"),
        ("ta", "க்ஷ", "க்\u200cஷ"),
        ("si", "ක්\u200dර", "ක්ර"),
        ("my", "မ္မ", "မ\u1039\u200cမ"),
        ("ar", "بيت", "ب\u200cي\u200cت"),
        ("ur", "بیت", "ب\u200cی\u200cت"),
    ],
)
def test_letters_are_joined_as_their_script_joins_them(language, joined, apart):
    assert image_of(joined, language).tobytes() != image_of(apart, language).tobytes()


def test_a_family_follows_the_script_and_not_the_page():
    assert family("Milk, 12 %", "ur") == USUAL
    assert family("دودھ (mL)", "ur") == "Noto Nastaliq Urdu"
    assert family("دودھ", "en") == "Noto Naskh Arabic"
    assert family("2021 မတ်", "my") == "Noto Sans Myanmar"


def test_lines_end_where_the_language_lets_them():
    text = "การดูแลแม่และเด็กหลังคลอด" * 6
    lines = wrapped(text, "th", 30)
    assert len(lines) >= 3
    assert "".join(lines) == text
    assert not any(line.startswith(("ั", "่", "ะ", "า")) for line in lines)


def test_what_the_library_cannot_draw_is_a_plain_error():
    with pytest.raises(ValueError, match=r"."):
        png(Picture("<svg", 10))
