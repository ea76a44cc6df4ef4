"""The Nu HTML checker, the W3C's validator, which tests run as a Java program."""

from scripts.services import packages
from scripts.services.archives import npm_package

VERSION = "26.9.27"
SHA512 = (
    "4e441de4315f39a582f5e6edbe8cd3b2b1f655aa1dde3620faface791133217c"
    "417b12f3f7ead2d8336d8e7efe44f5226618258b44a0860057e9125135e6b428"
)


def prepare():
    """Return the path of the checker's jar, fetched if need be; raises Problem."""
    packages.require_program("java", "default-jre-headless", "Checking HTML")
    return npm_package("vnu-jar", VERSION, SHA512) / "build" / "dist" / "vnu.jar"
