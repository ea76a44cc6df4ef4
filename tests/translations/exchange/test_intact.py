"""What a translation has to keep of its source."""

import pytest

from translations.exchange.intact import faults

TRANSCRIPT = (
    "WEBVTT<br/><br/>00:00:01.000 --&gt; 00:00:04.000<br/>&lt;v Asha&gt;Welcome.<br/><br/>"
    "00:00:04.500 --&gt; 00:00:09.000<br/>Begin with what you can count,<br/>and count it."
)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Soap &amp; water", "Savon &amp; eau"),
        ("Soap &amp; water", "Savon & eau"),
        ("SpO2 &lt; 90%", "SpO2 < 90 %"),
        ("<b>One</b> and <b>two</b>", "<b>deux</b>, <b>un</b>"),
        ('<a id="a1">here</a> or <a id="a2">there</a>', "<a id='a2'>là</a>, <a id=a1>ici</a>"),
        ("one<br/>two", "un"),
        ("Dear {name}, %(count)s left", "%(count)s, {name}"),
        (TRANSCRIPT, TRANSCRIPT.replace("Welcome.", "Bienvenue.")),
        (TRANSCRIPT, TRANSCRIPT.replace("count,<br/>and", "compter et")),
    ],
)
def test_what_is_kept_is_taken(source, target):
    assert faults(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        ("<b>One</b>", "un", "Not in the translation: </b>, <b>"),
        ("One", "<b>un</b>", "Not in the source: </b>, <b>"),
        ('<a id="a1">here</a>', '<a id="a2">ici</a>', 'Not in the translation: <a id="a1">'),
        ("<b>One</b>", "<b>un", "do not match: <b>"),
        ("<b><i>One</i></b>", "<b><i>un</b></i>", "do not match: </b>"),
        ("One", "<div>un</div>", "do not match: <div>"),
        ("One", "un<!-- x -->", "do not match: <!-- x -->"),
        ("Dear {name}", "Cher {nom}", "Not in the translation: {name}"),
        (TRANSCRIPT, TRANSCRIPT.replace("WEBVTT", "VTT"), "Not in the translation: WEBVTT"),
        (TRANSCRIPT, TRANSCRIPT.replace("04.500", "05.500"), "00:00:04.500 --> 00:00:09.000"),
        (TRANSCRIPT, TRANSCRIPT.replace("v Asha", "v Acha"), "Not in the translation: <v Asha>"),
        (TRANSCRIPT, TRANSCRIPT.replace("come.<br/><br/>", "come.<br/>"), "empty lines above"),
    ],
)
def test_what_is_lost_or_added_is_named(source, target, said):
    assert said in " ".join(faults(source, target))


def test_times_in_another_order_are_told():
    lines = TRANSCRIPT.split("<br/>")
    swapped = [*lines[:2], *lines[5:], "", *lines[2:4]]
    assert faults(TRANSCRIPT, "<br/>".join(swapped)) == [
        "Keep the order of the times, and the empty lines above them."
    ]
