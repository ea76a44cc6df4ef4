"""Reading a document in a process of its own, which may fail as it likes."""

import json
import subprocess
import sys
from dataclasses import dataclass
from threading import Timer
from typing import BinaryIO

from django.conf import settings

from core.models import TextState

from .limits import MOST_ANSWER_BYTES, WALL_SECONDS
from .passages import Passage, tidy

# The kinds of documents that are read, by the extension of their names.
KINDS = ("pdf", "docx")
_AROUND = {"pdf": "around-pdf", "csv": "around-text", "txt": "around-text"}


@dataclass(frozen=True)
class Reading:
    """What came of it: a value of `TextState`, and the passages where there are any."""

    state: str
    passages: tuple[Passage, ...] = ()


def read(file: BinaryIO, kind: str, seconds: float = WALL_SECONDS) -> Reading:
    """Return the text of `file`, an open file of the disk, of one of `KINDS`.

    It takes `seconds` at most: the process is killed then. Nothing is raised for whatever stands
    in the file.
    """
    command = [sys.executable, "-E", "-s", "-B", "-m", "core.extraction.child", kind]
    # The arguments are our own; no settings and no secrets are handed on.
    with subprocess.Popen(  # noqa: S603
        command,
        stdin=file,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=settings.BASE_DIR,
        env={},
    ) as process:
        deadline = Timer(seconds, process.kill)
        deadline.start()
        try:
            answer = process.stdout.read(MOST_ANSWER_BYTES + 1)
            if len(answer) > MOST_ANSWER_BYTES:
                process.kill()
            process.wait()
        finally:
            deadline.cancel()
    return _understand(answer, process.returncode)


def read_around(file: BinaryIO, extension: str) -> Reading:
    """Return what stands in a document of any kind beside its text, as `read` does.

    Of files that have no more than text or tables this is all of it.
    """
    return read(file, _AROUND.get(extension, "around-office"))


def _understand(answer: bytes, code: int) -> Reading:
    if code:
        # What exceeds a limit ends by a signal: from here, from the system or from PDFium itself.
        return Reading(TextState.TOO_MUCH if code < 0 else TextState.DAMAGED)
    # A document may have got the better of the process: what it says is looked at like an upload.
    try:
        said = json.loads(answer)
        if "state" in said:
            return Reading(TextState(said["state"]))
        passages = tuple(tidy((int(page), str(text)) for page, text in said["passages"]))
    except (KeyError, RecursionError, TypeError, ValueError):
        return Reading(TextState.DAMAGED)
    return Reading(TextState.READ if passages else TextState.EMPTY, passages)
