"""Readers who mistype are told so in their language, where Django itself has no words for it."""

import pytest
from django.utils.translation import gettext, override

from core.languages import CONTENT_LANGUAGES, SOURCE_LANGUAGE
from core.said_by_django import WORDS

CODES = [each.code for each in CONTENT_LANGUAGES if each.code != SOURCE_LANGUAGE]


@pytest.mark.parametrize("code", CODES)
def test_what_django_says_to_readers_is_said_in_every_language(code):
    with override(code):
        assert [words for words in WORDS if gettext(words) == words] == []
