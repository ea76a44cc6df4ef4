"""A feed that is broken or hostile is refused with its line, and changes nothing."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resources.importers import feed
from resources.importers.report import ImportRefused, Report
from tests.resources.importing import DATA, everything, in_file, run_import

FEEDS = DATA / "feeds"
ALL_FEEDS = sorted(FEEDS.iterdir())


@pytest.mark.parametrize(
    ("name", "line", "word"),
    [
        ("entity-bomb", "line 3", "entities"),
        ("external-entity", "line 2", "entities"),
        ("truncated", "line 4", "well-formed"),
        ("same-guid", "line 3", "line 2"),
        ("spanish", "line 2", "es-MX"),
    ],
)
def test_a_feed_that_cannot_be_taken_whole_is_refused_with_its_line(home, name, line, word):
    before = everything()
    run = run_import(FEEDS / f"{name}.xml", "--publish")
    assert run.failed and len(run.report) == 1
    assert run.report[0].startswith(line) and word in run.report[0]
    assert everything() == before


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ("<rss><channel><title>x</title></channel></rss>", "no episode"),
        ("<html><body/></html>", "no RSS or Atom feed"),
        ("<rss>" + "<a>" * 300 + "</a>" * 300 + "</rss>", "nested too deeply"),
        ('<?xml version="1.0" encoding="klingon"?><rss/>', "klingon"),
        (b'<?xml version="1.0"?>\n<rss>\xff</rss>', "line 2"),
        ("", "empty"),
    ],
)
def test_what_is_no_feed_is_refused_with_one_line(home, tmp_path, content, word):
    run = run_import(in_file(tmp_path, "a.xml", content))
    assert run.failed and len(run.report) == 1 and word in run.report[0]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.data_too_large])
@given(st.data())
def test_a_mutilated_feed_is_read_or_refused(data):
    content = bytearray(data.draw(st.sampled_from(ALL_FEEDS)).read_bytes())
    for _wound in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content)))
        end = data.draw(st.integers(start, min(start + 40, len(content))))
        content[start:end] = data.draw(
            st.one_of(
                st.binary(max_size=8),
                st.sampled_from([b"<", b">", b"&", b'"', b"<item>", b"</item>", b"]]>", b"<!--"]),
            )
        )
    try:
        feed.read(bytes(content), Report())
    except ImportRefused as refused:
        assert "\n" not in str(refused)
