"""Uploaded files, served with byte ranges so that audio can be sought in and resumed."""

import mimetypes
import re
from pathlib import Path

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.http import FileResponse, Http404, HttpResponse
from django.utils._os import safe_join
from django.utils.http import http_date
from django.views.decorators.http import require_safe

_RANGE = re.compile(r"bytes=(\d*)-(\d*)$")
_PLAYED = ("audio/", "video/")
_INLINE = ("image/", *_PLAYED)
_NEVER_INLINE = {"image/svg+xml"}
# Documents are served by Wagtail's own view, which asks who may see them.
_GUARDED = {("documents",), ("original_images",)}
# Python's own table and what it lacks: the machine's may be empty, as in slim containers.
_KINDS = mimetypes.MimeTypes()
for _kind, _ending in (
    ("image/webp", ".webp"),
    ("audio/mp4", ".m4a"),
    ("audio/ogg", ".ogg"),
):
    _KINDS.add_type(_kind, _ending)


class _Slice:
    """A file read from one byte to another, both included."""

    def __init__(self, file, first, last):
        self._file, self._left = file, last - first + 1
        file.seek(first)

    def read(self, size=-1):
        """Return up to `size` bytes, never past the end of the slice."""
        size = self._left if size < 0 else min(size, self._left)
        data = self._file.read(size)
        self._left -= len(data)
        return data

    def close(self):
        """Close the file."""
        self._file.close()


def _asked_range(header, size):
    """Return (first, last), None for the whole file, or False when it cannot be satisfied.

    The rules are those of RFC 9110, section 14.1.2; several ranges at once get the whole file.
    """
    match = _RANGE.match(header.strip())
    if not match or match.group(0) == "bytes=-":
        return None
    first, last = match.groups()
    if not first:
        return (max(size - int(last), 0), size - 1) if int(last) and size else False
    first, last = int(first), min(int(last), size - 1) if last else size - 1
    return (first, last) if first <= last else False


def _find(path):
    try:
        found = Path(safe_join(settings.MEDIA_ROOT, path))
    except (SuspiciousFileOperation, ValueError) as error:
        raise Http404 from error
    # Asked of the file that was found: a path may name a guarded folder in many ways.
    inside = found.relative_to(Path(settings.MEDIA_ROOT).absolute())
    if inside.parts[:1] in _GUARDED or not found.is_file():
        raise Http404
    return found


def _policy(kind):
    """No scripts; but a browser that opens sound makes a page of it, which must load the sound."""
    if kind.startswith(_PLAYED):
        return (
            "default-src 'none'; media-src 'self'; style-src 'unsafe-inline'; "
            "sandbox allow-same-origin"
        )
    return "default-src 'none'; sandbox"


@require_safe
def serve(request, path):
    """Answer with an uploaded file: 200, 206 for one byte range, 416 for an impossible one.

    Only pictures, sound and film show in the browser; anything else is downloaded, and none
    of it may run scripts. Raises Http404 for paths outside the media folder, and for
    documents and original images, which have guarded addresses of their own.
    """
    found = _find(path)
    size = found.stat().st_size
    kind = _KINDS.guess_type(found.name)[0] or "application/octet-stream"
    asked = _asked_range(request.headers.get("Range", ""), size)
    if asked is False:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    inline = kind.startswith(_INLINE) and kind not in _NEVER_INLINE
    file = found.open("rb")
    content = _Slice(file, *asked) if asked else file
    response = FileResponse(content, content_type=kind, status=206 if asked else 200)
    if asked:
        response["Content-Range"] = f"bytes {asked[0]}-{asked[1]}/{size}"
    response["Content-Length"] = asked[1] - asked[0] + 1 if asked else size
    response["Accept-Ranges"] = "bytes"
    response["Last-Modified"] = http_date(found.stat().st_mtime)
    response["Cache-Control"] = "public, max-age=31536000"
    response["Content-Security-Policy"] = _policy(kind)
    response["Content-Disposition"] = "inline" if inline else "attachment"
    return response
