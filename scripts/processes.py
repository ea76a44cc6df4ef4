"""Child processes that never outlive the program that started them."""

import ctypes
import os
import pwd
import signal
import subprocess
from contextlib import nullcontext

PR_SET_PDEATHSIG = 1  # prctl(2)
UNPRIVILEGED_USER = "nobody"


def die_with_parent():
    """Have the kernel send this process SIGTERM when its parent is gone, even by kill -9."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def start(command, *, log=None, env=None, cwd=None, user=None):
    """Start `command` as a child of its own session and return its Popen; raises OSError.

    Its output is added to the file `log`, or goes where ours goes. `user` is the name of a user
    to run as, or None. Call it from the main thread: the kernel ties the child's life to the
    thread that made it.
    """
    identity = {}
    if user:
        account = pwd.getpwnam(user)
        identity = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    with open(log, "ab") if log else nullcontext() as output:
        return subprocess.Popen(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT if log else None,
            env=env,
            cwd=cwd,
            start_new_session=True,
            preexec_fn=die_with_parent,
            **identity,
        )


def stop(process, sent=signal.SIGTERM, patience=20):
    """End `process` with the signal `sent`, and with SIGKILL after `patience` seconds."""
    if process.poll() is not None:
        return
    process.send_signal(sent)
    try:
        process.wait(patience)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def unprivileged_user():
    """Return the user that services run as: none but ourselves, unless we are root."""
    return UNPRIVILEGED_USER if os.geteuid() == 0 else None


def last_line(log):
    """Return the last line of text in the file `log`, or an empty text."""
    with open(log, encoding="utf-8", errors="replace") as lines:
        written = [line.strip() for line in lines if line.strip()]
    return written[-1] if written else ""
