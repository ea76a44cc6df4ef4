"""The pictures in the docs show pages that the demo has."""

import pytest

from scripts import screenshots

MOST_BYTES = 3_000_000


@pytest.mark.django_db
def test_the_demo_has_every_page_that_is_shown_in_that_language(client):
    shown = {(language, page) for page, language, _width, _scheme in screenshots.views()}
    for language, page in shown:
        address = f"/{language}/{screenshots.PAGES[page]}"
        assert client.get(address).status_code == 200, address


def test_the_pictures_in_the_docs_are_those_of_the_script_and_light():
    pictures = list(screenshots.FOLDER.glob("*.webp"))
    expected = {screenshots.file_name(*view) for view in screenshots.views()}
    assert {picture.name for picture in pictures} == expected
    assert sum(picture.stat().st_size for picture in pictures) < MOST_BYTES
