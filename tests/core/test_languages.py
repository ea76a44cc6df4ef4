"""Content languages: names, directions and what is offered instead."""

import pytest
from django.conf import settings
from django.utils import translation

from core import languages


def test_arabic_and_urdu_read_from_right_to_left_and_no_other_does():
    rtl = {language.code for language in languages.CONTENT_LANGUAGES if language.direction == "rtl"}
    assert rtl == {"ar", "ur"}
    assert languages.direction_of("ur") == "rtl"


def test_an_unknown_language_reads_left_to_right():
    assert languages.direction_of("xx") == "ltr"


@pytest.mark.parametrize(
    ("code", "chain"),
    [("en", ("en",)), ("hi", ("hi", "en")), ("ne", ("ne", "hi", "en")), ("xx", ("xx", "en"))],
)
def test_the_fallback_chain_begins_with_the_reader_s_own_and_ends_in_english(code, chain):
    assert languages.fallback_chain(code) == chain


def test_django_knows_every_content_language():
    for code, name in settings.LANGUAGES:
        assert translation.get_language_info(code)["name_local"] == name
        assert translation.get_language_info(code)["bidi"] == (code in {"ar", "ur"})
