"""Colours of an installation: whatever is chosen, readers can read.

An administrator chooses a main colour and an accent; the design's own tokens
(`static/css/tokens.css`) are dyed with them. What stands on light grounds may only become
darker by it, and a light ground only lighter, so that no contrast falls below the design's own,
in the light scheme and in the dark one. Three tokens show the very colour that was chosen: the
band, links (in the light scheme) and the accent. They give way only where WCAG asks for it.

Contrast and luminance are those of WCAG 2.2: text needs 4.5:1 (success criterion 1.4.3), what
marks a control or a state 3:1 (1.4.11).
"""

import colorsys
import re
from functools import cache

from core import stylesheet

TEXT = 4.5
SIGN = 3.0
# Text on the accent is this dark in both schemes (`static/css/home.css`).
INK_ON_ACCENT = "#14282c"
# What text and links stand on, in both schemes.
GROUNDS = ("paper", "surface", "tint", "warm", "mark")

# How far dyed tokens may go from their own luminance, in the light scheme and in the dark one.
_LIGHTER = ({"tint", "band-quiet"}, {"ink", "quiet", "edge", "link", "band-quiet"})
_DARKER = ({"ink", "quiet", "edge"}, {"paper", "surface", "tint", "line", "band"})
_STEPS = 20
_DARK_SCHEME = "@media (prefers-color-scheme: dark)"
_TOKEN = re.compile(r"--([a-z-]+):\s*(#[0-9a-f]{3,6})\b")


def luminance(colour):
    """Return the relative luminance, 0 to 1, of a colour such as "#0a4a48" or "#fff".

    By https://www.w3.org/TR/WCAG22/#dfn-relative-luminance. Raises ValueError for other text.
    """
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in _parts(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """Return the contrast ratio, 1 to 21, of two colours.

    By https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio. Raises ValueError for what is no colour.
    """
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@cache
def design():
    """Return the colours of the design: two dictionaries by token, light scheme and dark."""
    css = (stylesheet.FOLDER / "tokens.css").read_text(encoding="utf-8")
    light, dark = css.split(_DARK_SCHEME)
    light = dict(_TOKEN.findall(light))
    return light, {**light, **dict(_TOKEN.findall(dark))}


def palettes(main="", accent=""):
    """Return the colours by token, light scheme and dark, dyed with what was chosen.

    "" leaves the design's own colour. Raises ValueError for what is no colour.
    """
    light, dark = (dict(tokens) for tokens in design())
    if main:
        for number, tokens in enumerate((light, dark)):
            for token in _LIGHTER[number] | _DARKER[number]:
                tokens[token] = _dyed(tokens[token], main, lighter=token in _LIGHTER[number])
        ground = min(luminance(light[token]) for token in GROUNDS)
        on_band = min(luminance(light[token]) for token in ("band-ink", "band-quiet"))
        light["link"] = _no_lighter(main, (ground + 0.05) / TEXT - 0.05)
        light["band"] = _no_lighter(main, (on_band + 0.05) / TEXT - 0.05)
    light["marigold"] = dark["marigold"] = _no_darker(
        accent or light["marigold"],
        max(
            (luminance(INK_ON_ACCENT) + 0.05) * TEXT - 0.05,
            (luminance(light["band"]) + 0.05) * SIGN - 0.05,
        ),
    )
    return light, dark


def css(main="", accent=""):
    """Return the rules that dye the design; "" where they would change nothing.

    They hold on screens only: paper is printed in black. Raises ValueError for what is no
    colour.
    """
    own_light, own_dark = design()
    light, dark = palettes(main, accent)
    light = {token: value for token, value in light.items() if value != own_light[token]}
    beneath = {**own_dark, **light}
    dark = {token: value for token, value in dark.items() if value != beneath[token]}
    rules = _rule("@media screen", light)
    rules += _rule("@media screen and (prefers-color-scheme:dark)", dark)
    return rules + (_drawn(own_light["marigold"]) if "marigold" in light else "")


def _rule(medium, tokens):
    declarations = ";".join(f"--{token}:{value}" for token, value in sorted(tokens.items()))
    return f"{medium}{{:root{{{declarations}}}}}" if tokens else ""


def _drawn(accent):
    """Return the rules for drawings, whose lines and areas name the design's accent."""
    names = ("fill", "stroke")
    return "".join(f'[{name}="{accent}"]{{{name}:var(--marigold)}}' for name in names)


def _parts(colour):
    if not re.fullmatch(r"#(?:[0-9a-fA-F]{3}){1,2}", colour):
        raise ValueError(f"{colour!r} is not a colour such as #0a4a48.")
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    return [int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4)]


def _written(parts):
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def _dyed(token, main, lighter):
    """Return a token in the hue of `main`, as saturated as `main` is beside the design's band."""
    own_saturation = colorsys.rgb_to_hls(*_parts(token))[2]
    hue, _lightness, saturation = colorsys.rgb_to_hls(*_parts(main))
    of_band = colorsys.rgb_to_hls(*_parts(design()[0]["band"]))[2]
    saturation = own_saturation * min(1, saturation / of_band)
    return _shade(hue, saturation, luminance(token), lighter)


def _no_lighter(colour, most):
    """Return `colour`, or its lightest shade whose luminance is `most` or less."""
    if luminance(colour) <= most:
        return _written(_parts(colour))
    hue, _lightness, saturation = colorsys.rgb_to_hls(*_parts(colour))
    return _shade(hue, saturation, most, lighter=False)


def _no_darker(colour, least):
    """Return `colour`, or its darkest shade whose luminance is `least` or more."""
    if luminance(colour) >= least:
        return _written(_parts(colour))
    hue, _lightness, saturation = colorsys.rgb_to_hls(*_parts(colour))
    return _shade(hue, saturation, least, lighter=True)


def _shade(hue, saturation, wanted, lighter):
    """Return the shade next to the luminance `wanted`, on its lighter or its darker side."""
    low, high = 0.0, 1.0
    for _step in range(_STEPS):
        middle = (low + high) / 2
        found = luminance(_written(colorsys.hls_to_rgb(hue, middle, saturation)))
        if found > wanted or (lighter and found == wanted):
            high = middle
        else:
            low = middle
    return _written(colorsys.hls_to_rgb(hue, high if lighter else low, saturation))
