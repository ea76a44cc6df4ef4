"""The Java development kit that Elasticsearch runs on."""

import os
import re
from pathlib import Path

from scripts.problem import Problem

OLDEST = 21


def find_jdk(folders=None):
    """Return the folder of an installed JDK of version 21 or later, the newest if several.

    `folders` are the places to look in; by default JAVA_HOME, ES_JAVA_HOME and /usr/lib/jvm.
    Raises Problem when there is none.
    """
    versions = {folder: _version(folder) for folder in folders or _usual_folders()}
    newest = max(versions, key=versions.get, default=None)
    if newest is None or versions[newest] < OLDEST:
        raise Problem(
            f"Elasticsearch needs a JDK of version {OLDEST} or later, and none is installed: "
            "install one (Debian: openjdk-21-jdk-headless, or temurin-25-jdk) "
            "or set ES_JAVA_HOME to its folder."
        )
    return newest


def _usual_folders():
    named = [Path(os.environ[name]) for name in ("ES_JAVA_HOME", "JAVA_HOME") if name in os.environ]
    return named + sorted(Path("/usr/lib/jvm").glob("*"))


def _version(folder):
    """Return the major version of a full JDK in `folder`, 0 when there is none.

    Elasticsearch's launcher needs the module jdk.jlink, which bare runtimes lack.
    """
    try:
        release = (folder / "release").read_text(encoding="utf-8")
    except OSError:
        return 0
    version = re.search(r'^JAVA_VERSION="(\d+)', release, re.MULTILINE)
    complete = "MODULES=" not in release or "jdk.jlink" in release
    runnable = os.access(folder / "bin" / "java", os.X_OK)
    return int(version[1]) if version and complete and runnable else 0
