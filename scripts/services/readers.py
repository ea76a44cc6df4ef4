"""Programs of others that read back what the hub says to machines, for tests to ask.

podcast-partytime is how the Podcast Index, which keeps the podcast namespace, reads feeds;
html-metadata is how Wikimedia's citation service reads `citation_*`. Node runs them.
"""

import hashlib
import json
import shutil
import subprocess
import tempfile
from pathlib import Path

from scripts.problem import Problem
from scripts.services import packages
from scripts.services.archives import publish
from scripts.services.cache import cache_dir, require_space

# What is to be had, a lock file with the digest of every package, and the programs themselves.
_FOLDER = Path(__file__).with_name("node")
_INSTALL = ("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")


def prepare():
    """Return the folder of the programs and their packages, fetched if need be; raises Problem."""
    packages.require_program("node", "nodejs", "Reading feeds back")
    content = b"".join(path.read_bytes() for path in sorted(_FOLDER.iterdir()))
    target = cache_dir() / f"readers-{hashlib.sha256(content).hexdigest()[:12]}"
    if target.exists():
        return target
    npm = packages.require_program("npm", "npm", "Fetching readers of feeds")
    require_space(cache_dir(), 100, "Fetching readers of feeds")
    with tempfile.TemporaryDirectory(dir=cache_dir(), prefix="npm-") as folder:
        print("Fetching readers of feeds…", flush=True)
        work = shutil.copytree(_FOLDER, Path(folder) / "readers")
        result = subprocess.run([npm, *_INSTALL], cwd=work, capture_output=True, text=True)
        if result.returncode != 0:
            raise Problem(f"npm could not fetch readers of feeds: {result.stderr.strip()[:300]}")
        publish(work, target)
    return target


def read(program, text):
    """Return what a program, "feed" or "highwire", says of a text: JSON, and nothing beside it."""
    command = ["node", f"{program}.mjs"]
    result = subprocess.run(command, cwd=prepare(), input=text, capture_output=True, text=True)
    if result.returncode != 0:
        raise Problem(f"{program} failed: {result.stderr.strip()[:300]}")
    return json.loads(result.stdout)
