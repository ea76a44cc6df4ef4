"""A folder outside the clone for what is fetched once and used by many runs."""

import hashlib
import os
import shutil
from pathlib import Path

from scripts.problem import Problem


def cache_dir():
    """Return the folder, made if need be.

    Root's home is closed to the users that services run as, so root keeps it in /var/cache.
    """
    parent = Path("/var/cache") if os.geteuid() == 0 else Path.home() / ".cache"
    folder = parent / "qi-hub"
    folder.mkdir(mode=0o755, parents=True, exist_ok=True)
    return folder


def require_space(folder, megabytes, purpose):
    """Raise Problem unless the disk of `folder` has `megabytes` free for `purpose`."""
    free = shutil.disk_usage(folder).free // 1_000_000
    if free < megabytes:
        raise Problem(
            f"{purpose} needs {megabytes} MB of free disk space in {folder}, "
            f"which has {free} MB: make room and try again."
        )


def require_checksum(path, algorithm, expected):
    """Raise Problem unless the file's digest, as lower-case hexadecimal, is the expected one."""
    with open(path, "rb") as archive:
        found = hashlib.file_digest(archive, algorithm).hexdigest()
    if found != expected:
        raise Problem(
            f"{Path(path).name} is not the file that was tested (its {algorithm} is {found}): "
            "it was damaged on the way or changed at its source."
        )
