"""The `.env` file: settings of this clone, with its secrets, kept out of git."""

import os
import re
import secrets

# Without the letters and digits that are mistaken for one another.
READABLE = "abcdefghijkmnpqrstuvwxyz23456789"
TEXT = """\
# Settings of this hub, made at its first start. docs/operating.md says what each one does.
SECRET_KEY={secret_key}
DEBUG=false
SITE_URL={site_url}
ALLOWED_HOSTS=localhost,127.0.0.1,[::1]
# The password of the demo's sign-ins
DEMO_PASSWORD={demo_password}
"""


def local_address(port):
    """Return the address of a hub that this machine alone sees."""
    return f"http://localhost:{port}"


def create(path, port):
    """Write the file with fresh secrets, readable to its owner only; an existing one stays.

    Returns whether it was written; raises OSError when it cannot be.
    """
    if path.exists():
        return False
    text = TEXT.format(
        secret_key=secrets.token_urlsafe(50),
        site_url=local_address(port),
        demo_password="".join(secrets.choice(READABLE) for _ in range(12)),
    )
    # Under its own name only when it is whole, however the program may end.
    unfinished = path.with_name(path.name + ".new")
    unfinished.unlink(missing_ok=True)
    with open(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
    unfinished.rename(path)
    return True


def read(path):
    """Return the file's settings as a dict."""
    lines = path.read_text(encoding="utf-8").splitlines()
    pairs = (re.match(r"(?:export )?(\w+)=(.*)", line.strip()) for line in lines)
    return {pair[1]: pair[2].strip("'\"") for pair in pairs if pair}


def for_port(settings, port):
    """Return the settings, with the port of a local SITE_URL replaced by `port`."""
    address = settings.get("SITE_URL", "")
    if re.fullmatch(r"http://localhost(:\d+)?/?", address):
        return {**settings, "SITE_URL": local_address(port)}
    return settings
