"""Whatever colours an administrator chooses, readers can read."""

import re

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from core import colours, stylesheet

COLOUR = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
# What the design's rules put on one another. Text first, then what marks a control or a state.
TEXT = [
    *((text, ground) for text in ("ink", "quiet", "link", "seen") for ground in colours.GROUNDS),
    *(("surface", "link"), ("band-ink", "band"), ("band-quiet", "band")),
    ("ink on accent", "marigold"),
]
SIGNS = [
    *(("edge", "paper"), ("edge", "surface"), ("marigold", "band")),
    *(("focus", ground) for ground in ("paper", "surface", "tint")),
    ("focus on band", "band"),
]
# As in `static/css/frame.css`.
FOCUS_ON_BAND = "#ffc766"
# What has a meaning of its own, must be told from links, or goes with every colour.
STAYING = {"line", "seen", "warm", "focus", "mark", "band-ink"}


def lacking(tokens):
    """Return which pairs of a palette have too little contrast."""
    tokens = {**tokens, "ink on accent": colours.INK_ON_ACCENT, "focus on band": FOCUS_ON_BAND}
    wanted = {**dict.fromkeys(TEXT, colours.TEXT), **dict.fromkeys(SIGNS, colours.SIGN)}
    found = {pair: colours.contrast(tokens[pair[0]], tokens[pair[1]]) for pair in wanted}
    return {pair: ratio for pair, ratio in found.items() if ratio < wanted[pair]}


# https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio: from 1:1 to 21:1. The other two are the
# best-known border cases: the lightest grey for text on white, and the first one too light.
@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000", "#fff", 21.0),
        ("#123456", "#123456", 1.0),
        ("#767676", "#ffffff", 4.54),
        ("#777777", "#FFFFFF", 4.48),
        ("#ff0000", "#ffffff", 4.0),
    ],
)
def test_contrast_is_that_of_wcag(one, other, ratio):
    assert round(colours.contrast(one, other), 2) == ratio
    assert colours.contrast(one, other) == colours.contrast(other, one)


@pytest.mark.parametrize(
    "text", ["", "red", "#12", "#1234", "#gggggg", "#0a4a48;}", "0a4a48", "#٠٠٠"]
)
def test_what_is_no_colour_has_no_luminance(text):
    with pytest.raises(ValueError, match="is not a colour"):
        colours.luminance(text)


def test_the_design_itself_can_be_read():
    assert not any(lacking(tokens) for tokens in colours.design())


@limits(max_examples=150, deadline=None)
@given(main=st.just("") | COLOUR, accent=st.just("") | COLOUR)
def test_every_choice_can_be_read_in_both_schemes(main, accent):
    for tokens in colours.palettes(main, accent):
        assert not lacking(tokens)


@limits(max_examples=150, deadline=None)
@given(main=COLOUR, accent=COLOUR)
def test_the_rules_in_the_page_say_what_the_palettes_do(main, accent):
    own_light, own_dark = colours.design()
    css = colours.css(main, accent)
    light, dark = (
        dict(re.findall(r"--([a-z-]+):(#[0-9a-f]{6})(?=[;}])", rules))
        for rules in css.split("@media screen and (prefers-color-scheme:dark)")
    )
    assert ({**own_light, **light}, {**own_dark, **light, **dark}) == colours.palettes(main, accent)


def test_the_design_s_own_colours_cost_nothing():
    light, _dark = colours.design()
    assert colours.css() == ""
    assert colours.css(accent=light["marigold"]) == ""


def test_a_colour_that_can_be_read_is_shown_as_it_was_chosen():
    light, dark = colours.palettes("#0055A4", "#ffd100")
    assert (light["band"], light["link"]) == ("#0055a4", "#0055a4")
    assert light["marigold"] == dark["marigold"] == "#ffd100"


def test_a_colour_that_cannot_gives_way_no_further_than_it_must():
    light, _dark = colours.palettes("#ffe600", "#222222")
    assert colours.contrast(light["band"], light["band-quiet"]) == pytest.approx(4.5, abs=0.1)
    assert colours.contrast(light["marigold"], colours.INK_ON_ACCENT) >= 4.5
    red, green, blue = (int(light["band"][at : at + 2], 16) for at in (1, 3, 5))
    assert red > green > blue


def test_grey_leaves_no_colour_in_what_is_dyed():
    for tokens in colours.palettes("#808080"):
        for token in ("ink", "quiet", "edge", "link", "tint", "band", "band-quiet"):
            assert len({tokens[token][at : at + 2] for at in (1, 3, 5)}) == 1


def test_drawings_take_the_accent():
    own = colours.design()[0]["marigold"]
    drawn = (settings.BASE_DIR / "templates/components/mark.html").read_text()
    assert f'stroke="{own}"' in drawn
    assert f'[stroke="{own}"]{{stroke:var(--marigold)}}' in colours.css(accent="#ffd100")
    assert "stroke" not in colours.css(main="#0055a4")


def test_what_has_the_focus_on_the_band_shows_as_reckoned_with():
    assert f"--focus:{FOCUS_ON_BAND}" in stylesheet.text()


@limits(max_examples=50, deadline=None)
@given(main=COLOUR, accent=COLOUR)
def test_a_style_of_one_s_own_stays_small(main, accent):
    assert len(colours.css(main, accent)) < 500


def test_every_colour_on_the_accent_is_the_one_that_is_reckoned_with():
    rules = "".join(stylesheet.text(sheet) for sheet in stylesheet.SHEETS)
    on_accent = re.findall(r"\{[^{}]*background:var\(--marigold\)[^{}]*\}", rules)
    inks = [ink for rule in on_accent for ink in re.findall(r"[{;]color:([^;}]+)", rule)]
    assert inks and set(inks) == {colours.INK_ON_ACCENT}


def test_every_colour_of_the_design_is_dyed_or_known_to_stay():
    changed = set()
    for own, dyed in zip(colours.design(), colours.palettes("#7a1fa2", "#8bc34a"), strict=True):
        changed |= {token for token in own if own[token] != dyed[token]}
    undecided = set(colours.design()[0]) - changed - STAYING
    assert not undecided, f"Dye them in core.colours, or list them here as STAYING: {undecided}"
