"""The demo's drawings, stored as images of the hub."""

from pathlib import Path

from django.core.files.images import ImageFile

from core.models import HubImage
from hub.demo.content.images import IMAGES

_FOLDER = Path(__file__).resolve().parent / "images"


def get(key):
    """Return the HubImage of a drawing, stored at its first use."""
    record = IMAGES[key]
    image = HubImage.objects.filter(title=record["title"]).first()
    if image is None:
        with (_FOLDER / record["file"]).open("rb") as file:
            image = HubImage.objects.create(
                title=record["title"],
                description=record["default_alt_text"],
                credit=record["credit"],
                file=ImageFile(file, name=record["file"]),
            )
    return image
