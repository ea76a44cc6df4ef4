"""Serve the demo hub, as `make run` does after set-up: `python -m scripts.run`.

The port is taken from PORT (8000 if unset). Ctrl-C or SIGTERM ends it with all it started.
"""

import http.client
import os
import shutil
import socket
import sys
import time
from pathlib import Path

from scripts import env_file, processes
from scripts.ports import is_free
from scripts.preparation import Preparation
from scripts.problem import Problem, run_program
from scripts.supervisor import Child, Supervisor

ROOT = Path(__file__).resolve().parent.parent
FREE_MEGABYTES = 500
START_SECONDS = 120
SIGN_INS = (
    ("administrator", "admin"),
    ("editor", "editor"),
    ("Hindi translator", "translator-hi"),
    ("record author, at /en/write/", "author"),
)


def main():
    if "MAKELEVEL" in os.environ:
        # Whoever kills make means the server too.
        processes.die_with_parent()
    port = require_port(os.environ.get("PORT") or "8000")
    require_space(ROOT)
    environment = settings_environment(ROOT / ".env", port)
    Preparation(ROOT, environment).run()
    logs = ROOT / "var" / "log"
    supervisor = Supervisor(environment, ROOT)
    try:
        supervisor.start(web_server(port, logs))
        wait_until_ready(supervisor, port)
        # Only now, so that nothing keeps the first reader waiting.
        for child in background(logs):
            supervisor.start(child)
        announce(environment)
        while True:
            time.sleep(1)
            supervisor.check()
    except KeyboardInterrupt:
        print("Stopping…", flush=True)
        return 0
    finally:
        supervisor.stop()


def require_port(text):
    """Return the port that `text` names; raises Problem when it is none or is taken."""
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65535:
        raise Problem(f"PORT is {text!r}: set it to a number from 1 to 65535.")
    # A hub killed a moment ago may need a moment to let go of its port.
    if not is_free(int(text), patience=5):
        raise Problem(
            f"Port {text} is taken by another program: "
            "stop that one or choose another port, as in `make run PORT=8010`."
        )
    return int(text)


def require_space(folder):
    """Raise Problem when the disk of `folder` is nearly full."""
    free = shutil.disk_usage(folder).free // 1_000_000
    if free < FREE_MEGABYTES:
        raise Problem(
            f"The disk is nearly full: the hub needs {FREE_MEGABYTES} MB and {free} MB are free."
        )


def settings_environment(path, port):
    """Return the environment for the hub's processes, writing the file `path` at first run.

    What the process environment says wins over the file.
    """
    if env_file.create(path, port):
        print(f"Settings and secrets of this hub are in {path.name}", flush=True)
    return {**env_file.for_port(env_file.read(path), port), **os.environ}


def web_server(port, logs):
    """Return the process that serves the hub to this machine on `port`."""
    addresses = [f"--bind={address}:{port}" for address in loopback_addresses()]
    command = [sys.executable, "-m", "gunicorn", *addresses, "hub.wsgi:application"]
    return Child("web server", command, logs / "web-server.log")


def background(logs):
    """Return the processes that work behind the web server."""
    commands = {"worker": "db_worker", "scheduler": "scheduler"}
    return [
        Child(name, [sys.executable, "manage.py", command], logs / f"{name}.log")
        for name, command in commands.items()
    ]


def loopback_addresses():
    """Return what `localhost` may mean here: IPv6 too, where the machine has it."""
    try:
        with socket.socket(socket.AF_INET6) as probe:
            probe.bind(("::1", 0))
    except OSError:
        return ["127.0.0.1"]
    return ["127.0.0.1", "[::1]"]


def wait_until_ready(supervisor, port):
    """Return when /readyz answers 200; raises Problem when the server keeps dying or refusing."""
    print("Starting the server…", flush=True)
    deadline = time.monotonic() + START_SECONDS
    while not ready(port):
        supervisor.check()
        if time.monotonic() > deadline:
            raise Problem(
                f"The hub is not ready after {START_SECONDS} s: "
                f"/readyz says which part fails, and {ROOT / 'var' / 'log'} why."
            )
        time.sleep(0.2)


def ready(port):
    """Whether the hub on `port` says that it can serve pages."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", "/readyz", headers={"Host": "localhost"})
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def announce(environment):
    """Print where the hub is and how to sign in."""
    site = environment["SITE_URL"].rstrip("/")
    print("\nThe hub is ready:")
    for path in ("/en/", "/hi/", "/ar/", "/admin/"):
        print(f"  {site}{path}")
    print(f"\nSign in at {site}/admin/ with the password {environment['DEMO_PASSWORD']} as")
    for role, name in SIGN_INS:
        print(f"  {name} ({role})")
    print("\nCtrl-C stops it.", flush=True)


if __name__ == "__main__":
    run_program(main)
