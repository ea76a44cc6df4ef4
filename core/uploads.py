"""Refusing uploads that are not what their name says, or that unpack to something huge."""

import re
import zipfile

import filetype
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# What the first bytes must show, by extension, as the `filetype` library names it.
_SIGNATURES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "odt": "application/vnd.oasis.opendocument.text",
}
_SOUNDS = {"mp3": "audio/mpeg", "m4a": "audio/mp4", "ogg": "audio/ogg"}
# The header of an MP3 frame, with and without a checksum, of MPEG 1, 2 (ISO/IEC 13818-3) and the
# lowest rates, "2.5". The library knows it for some of them only.
_MP3_FRAME = re.compile(rb"\xff[\xe2\xe3\xf2\xf3\xfa\xfb]")
_PLAIN_TEXT = {"csv", "txt"}
_ARCHIVES = {"docx", "pptx", "xlsx", "odt"}

MAX_UNPACKED_BYTES = 200 * 1024 * 1024
# Three hours of speech in good quality.
MAX_AUDIO_BYTES = 200 * 1024 * 1024


def validate_document(file):
    """Check an uploaded document's content against its name.

    Raises ValidationError with what to change when the content is of another type than the
    extension says, or when an office file unpacks to more than `MAX_UNPACKED_BYTES`.
    """
    extension = file.name.rsplit(".", 1)[-1].lower()
    file.seek(0)
    if extension in _PLAIN_TEXT:
        _require_text(file, extension)
    elif extension in _SIGNATURES:
        _require_signature(file, extension, _SIGNATURES[extension])
    if extension in _ARCHIVES:
        require_modest_archive(file)
    file.seek(0)


def audio_type(name):
    """Return the media type of a sound file by its name's extension; "" for an unknown one."""
    return _SOUNDS.get(name.rsplit(".", 1)[-1].lower(), "")


def validate_audio(file):
    """Check an uploaded sound file's content against its name.

    Raises ValidationError with what to change when the content is of another type than the
    extension says, or larger than `MAX_AUDIO_BYTES`; extensions that are not known here are
    refused by the form.
    """
    if file.size > MAX_AUDIO_BYTES:
        raise ValidationError(
            _("This file is larger than %(limit)s MB. Save it at a lower bit rate, or cut it."),
            params={"limit": MAX_AUDIO_BYTES // (1024 * 1024)},
            code="too_large",
        )
    extension = file.name.rsplit(".", 1)[-1].lower()
    file.seek(0)
    is_bare_mp3 = extension == "mp3" and _MP3_FRAME.match(file.read(2))
    file.seek(0)
    if extension in _SOUNDS and not is_bare_mp3:
        _require_signature(file, extension, _SOUNDS[extension])
    file.seek(0)


def _wrong_type(extension):
    return ValidationError(
        _(
            "This file is named .%(extension)s, but what is in it is something else. "
            "Save it again as %(extension)s, or choose another file."
        ),
        params={"extension": extension},
        code="wrong_type",
    )


def _require_text(file, extension):
    if b"\x00" in file.read(64 * 1024):
        raise _wrong_type(extension)


def _require_signature(file, extension, expected):
    kind = filetype.guess(file.read(8192))
    file.seek(0)
    generic_archive = extension in _ARCHIVES and zipfile.is_zipfile(file)
    if not generic_archive and (kind is None or kind.mime != expected):
        raise _wrong_type(extension)


def require_modest_archive(file, limit=MAX_UNPACKED_BYTES):
    """Check that a zip file, such as an office document, unpacks to at most `limit` bytes.

    Raises ValidationError with what to do for one that does not, and for one that is damaged.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile as error:
        raise ValidationError(
            _("This file is damaged and cannot be opened. Save it again, then upload it.")
        ) from error
    if unpacked > limit:
        raise ValidationError(
            _("This file unpacks to more than %(limit)s MB, so it is refused. Make it smaller."),
            params={"limit": limit // (1024 * 1024)},
            code="decompression_bomb",
        )
