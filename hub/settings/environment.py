"""Settings read from the environment, each refused with a sentence that says what to set."""

from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

env = environ.Env()

DATABASE_SCHEMES = ("sqlite", "postgres", "postgresql")
SQLITE = "django.db.backends.sqlite3"


def read_env_file(path):
    """Take settings from a `.env` file; what the process environment says wins."""
    if Path(path).exists():
        env.read_env(str(path), overwrite=False)


def required(name, why):
    """Return the text of a setting; raises ImproperlyConfigured when it is empty."""
    value = env.str(name, default="")
    if not value:
        raise ImproperlyConfigured(f"{name} is not set: {why}")
    return value


def boolean(name, default):
    """Return a yes-or-no setting; raises ImproperlyConfigured for any other word."""
    value = env.str(name, default=str(default)).strip().lower()
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off", ""}:
        return False
    raise ImproperlyConfigured(f"{name} is {value!r}: set it to true or false.")


def http_urls(name):
    """Return http(s) addresses separated by commas, each without its last slash; empty if unset.

    Raises ImproperlyConfigured when one of them is not an address with a host.
    """
    addresses = [address.strip() for address in env.str(name, default="").split(",")]
    return ",".join(_http_url(name, address) for address in addresses if address)


def whole_number(name, least):
    """Return a number of `least` or more, None if unset; raises ImproperlyConfigured for others."""
    value = env.str(name, default="").strip()
    if not value:
        return None
    if not (value.isascii() and value.isdigit()) or int(value) < least:
        raise ImproperlyConfigured(f"{name} is {value!r}: set it to a number from {least} on.")
    return int(value)


def http_url(name, default):
    """Return an http(s) address without its last slash.

    Raises ImproperlyConfigured when the value is not an address with a host.
    """
    return _http_url(name, env.str(name, default=default).strip())


def _http_url(name, value):
    value = value.rstrip("/")
    parts = urlsplit(value)
    try:
        valid = parts.scheme in {"http", "https"} and parts.hostname and (parts.port or True)
    except ValueError:
        valid = False
    if not valid:
        raise ImproperlyConfigured(
            f"{name} is {value!r}: set it to an address such as https://hub.example.org."
        )
    return value


def database(base_dir):
    """Return Django's settings of the database that DATABASE_URL names (SQLite if unset)."""
    default = f"sqlite:///{base_dir / 'var' / 'db.sqlite3'}"
    config = database_at("DATABASE_URL", env.str("DATABASE_URL", default=default) or default)
    if config["ENGINE"] == SQLITE:
        Path(config["NAME"]).parent.mkdir(parents=True, exist_ok=True)
    return config


def database_at(name, url):
    """Return Django's settings of the database at `url`, which `name` calls it.

    SQLite gets write-ahead logging, immediate transactions and 20 s of patience, because
    readers, the worker and an import write and read side by side. Raises ImproperlyConfigured,
    without the address, which may hold a password.
    """
    scheme = url.split(":", 1)[0]
    if scheme not in DATABASE_SCHEMES:
        raise ImproperlyConfigured(
            f"{name} must begin with postgresql:// or sqlite:/// (it begins with {scheme!r})."
        )
    try:
        config = environ.Env.db_url_config(url)
    except (ValueError, environ.ImproperlyConfigured) as error:
        raise ImproperlyConfigured(
            f"{name} cannot be read: write it as postgresql://user:password@host:5432/name."
        ) from error
    if config["ENGINE"] == SQLITE:
        config["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            # Copying what was written into the file waits for the disk: 32 MB at once.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; "
            "PRAGMA wal_autocheckpoint=8000;",
        }
    else:
        config["CONN_MAX_AGE"] = 60
        config["CONN_HEALTH_CHECKS"] = True
    return config
