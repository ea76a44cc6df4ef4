"""Debian packages that the tests need."""

import os
import shutil
import subprocess
import threading

from scripts.problem import Problem

# Debian's package manager serves one at a time.
_one_at_a_time = threading.Lock()
_refreshed = False


def require_program(program, package, purpose):
    """Return the path of `program`, installing its Debian `package` first if we are root.

    Raises Problem, naming the package and the purpose, when it cannot be had.
    """
    if not shutil.which(program):
        install(package, purpose)
    found = shutil.which(program)
    if not found:
        raise Problem(f"{purpose} needs {program}, which the package {package} did not bring.")
    return found


def install(package, purpose):
    """Install a Debian package; raises Problem when we are not root or it fails."""
    command = f"apt-get install {package}"
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise Problem(f"{purpose} needs the Debian package {package}: {command} as root.")
    with _one_at_a_time:
        print(f"Installing the Debian package {package}…", flush=True)
        _refresh_lists()
        failed = _apt_get("install", "--yes", "--no-install-recommends", package) != 0
    if failed:
        raise Problem(f"{purpose} needs the Debian package {package}, and {command} failed.")


def _refresh_lists():
    global _refreshed
    if not _refreshed:
        _apt_get("update")
        _refreshed = True


def _apt_get(*arguments):
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "--quiet=2", *arguments]
    return subprocess.run(
        command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    ).returncode
