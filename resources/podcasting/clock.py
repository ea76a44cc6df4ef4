"""Moments and lengths of a recording, as people and as machines write them."""


def clock(seconds):
    """Return a moment in seconds as players show it: 1:05, or 1:02:05 from an hour on."""
    hours, minutes, rest = _parts(seconds)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def seconds_of(text):
    """Return the seconds of a moment that is written as 1:05 or 1:02:05.

    Raises ValueError for anything else.
    """
    seconds = 0
    for part in text.split(":"):
        seconds = seconds * 60 + int(part)
    return seconds


def iso_duration(seconds):
    """Return a length in seconds as schema.org has it: PT1H2M5S (ISO 8601-1, 5.5.2)."""
    hours, minutes, rest = _parts(seconds)
    return f"PT{hours}H{minutes}M{rest}S" if hours else f"PT{minutes}M{rest}S"


def _parts(seconds):
    minutes, rest = divmod(int(seconds), 60)
    return *divmod(minutes, 60), rest
