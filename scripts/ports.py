"""Ports of this machine's loopback addresses."""

import socket
import time


def free_port():
    """Return the number of a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def is_free(port, patience=0):
    """Whether `port` can be listened on, waiting up to `patience` seconds for it."""
    deadline = time.monotonic() + patience
    while not _can_bind(port):
        if time.monotonic() >= deadline:
            return False
        time.sleep(0.2)
    return True


def _can_bind(port):
    with socket.socket() as probe:
        # As servers do: a connection just closed does not keep the port.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True
