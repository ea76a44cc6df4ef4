"""Archives that the tests use, fetched by their registries' own clients and checked."""

import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from scripts.problem import Problem
from scripts.services import packages
from scripts.services.cache import cache_dir, require_checksum, require_space


@dataclass(frozen=True)
class MavenArchive:
    """A zip among Maven's artifacts; `sha256` is of the file that was tested."""

    group: str
    name: str
    version: str
    sha256: str
    megabytes: int

    @property
    def path(self):
        """Where it lies in a local Maven repository."""
        folder = Path(*self.group.split("."), self.name, self.version)
        return folder / f"{self.name}-{self.version}.zip"


@contextmanager
def maven_archives(archives):
    """Give the paths of the fetched `archives`; they are deleted at the end of the block.

    Raises Problem when the disk is full, Maven cannot be had or fails, or a checksum differs.
    """
    maven = packages.require_program("mvn", "maven", "Fetching Elasticsearch")
    space = 2 * sum(archive.megabytes for archive in archives)
    require_space(cache_dir(), space, "Fetching Elasticsearch")
    with tempfile.TemporaryDirectory(dir=cache_dir(), prefix="maven-") as repository:
        yield [_fetch(maven, repository, archive) for archive in archives]


def _fetch(maven, repository, archive):
    print(f"Fetching {archive.name} {archive.version} ({archive.megabytes} MB)…", flush=True)
    coordinates = f"{archive.group}:{archive.name}:{archive.version}:zip"
    _run(
        [
            *(maven, "--quiet", "--batch-mode", f"-Dmaven.repo.local={repository}"),
            *("dependency:get", "-Dtransitive=false", f"-Dartifact={coordinates}"),
        ],
        f"Maven could not fetch {coordinates}",
    )
    path = Path(repository) / archive.path
    require_checksum(path, "sha256", archive.sha256)
    return path


def npm_package(name, version, sha512):
    """Return the folder of an npm package's files in the cache, fetched if it is not there.

    Raises Problem when npm cannot be had or fails, or the checksum differs.
    """
    target = cache_dir() / f"{name}-{version}"
    if target.exists():
        return target
    npm = packages.require_program("npm", "npm", f"Fetching {name}")
    require_space(cache_dir(), 200, f"Fetching {name}")
    with tempfile.TemporaryDirectory(dir=cache_dir(), prefix="npm-") as folder:
        print(f"Fetching {name} {version}…", flush=True)
        _run([npm, "pack", f"{name}@{version}"], f"npm could not fetch {name}", cwd=folder)
        archive = Path(folder) / f"{name}-{version}.tgz"
        require_checksum(archive, "sha512", sha512)
        shutil.unpack_archive(archive, folder, filter="data")
        publish(Path(folder) / "package", target)
    return target


def publish(folder, target):
    """Move a finished folder into the cache at once, readable to every user."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
    if not target.exists():
        folder.rename(target)


def _run(command, failure, cwd=None):
    result = subprocess.run(command, cwd=cwd, capture_output=True, text=True)
    if result.returncode != 0:
        said = (result.stderr + result.stdout).strip().splitlines()
        raise Problem(f"{failure}: {said[0] if said else 'it said nothing'}")
