"""What readers are given of a picture is the picture."""

import io

import pytest
from django.core.files.base import ContentFile
from PIL import ExifTags, Image, PngImagePlugin

from core.models import HubImage

SECRET = "Hillside"
RED, BLUE = (255, 0, 0), (0, 0, 255)


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def camera_file(kind):
    """Return a picture, red on its left half, of which a camera has said much."""
    picture = Image.new("RGB", (80, 40), BLUE)
    picture.paste(RED, (0, 0, 40, 40))
    said = Image.Exif()
    said[ExifTags.Base.ImageDescription] = SECRET
    # To be turned by a quarter: what lies on the left is to stand at the top.
    said[ExifTags.Base.Orientation] = 6
    text = PngImagePlugin.PngInfo()
    text.add_text("Title", SECRET)
    extras = {
        "JPEG": {"exif": said.tobytes(), "comment": SECRET.encode(), "xmp": SECRET.encode()},
        "PNG": {"exif": said.tobytes(), "pnginfo": text},
        "WEBP": {"exif": said.tobytes(), "xmp": SECRET.encode()},
        "AVIF": {"exif": said.tobytes(), "xmp": SECRET.encode()},
        "GIF": {"comment": SECRET.encode()},
    }
    buffer = io.BytesIO()
    picture.save(buffer, kind, **extras[kind])
    assert SECRET.encode() in buffer.getvalue()
    return ContentFile(buffer.getvalue(), f"ward.{kind.lower()}")


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
@pytest.mark.parametrize(
    "size", ["original", "width-20", "format-jpeg|fill-30x20", "format-webp|width-30"]
)
def test_nothing_that_a_camera_wrote_into_a_picture_leaves_the_hub(kind, size):
    image = HubImage.objects.create(title="A ward", file=camera_file(kind))
    with image.get_rendition(size).file.open("rb") as file:
        assert SECRET.encode() not in file.read()


@pytest.mark.django_db
def test_nor_does_it_when_several_sizes_are_made_at_once():
    image = HubImage.objects.create(title="A ward", file=camera_file("JPEG"))
    for rendition in image.get_renditions("width-20", "width-30").values():
        with rendition.file.open("rb") as file:
            assert SECRET.encode() not in file.read()


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_taken_sideways_still_stands_upright(kind):
    image = HubImage.objects.create(title="A ward", file=camera_file(kind))
    rendition = image.get_rendition("format-png|width-40")
    with rendition.file.open("rb") as file, Image.open(file) as picture:
        assert (rendition.width, rendition.height) == picture.size == (40, 80)
        top, bottom = (
            picture.convert("RGB").getpixel((20, 5)),
            picture.convert("RGB").getpixel((20, 75)),
        )
    assert top[0] > 200 > top[2] and bottom[2] > 200 > bottom[0]
