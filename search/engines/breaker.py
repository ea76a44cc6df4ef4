"""Ask nobody who has just failed to answer, so that not every reader waits in vain."""

import threading
import time

# Whoever may find out whether the service is back has answered by then, or has died over it.
_PROBE_SECONDS = 10


class Breaker:
    """Remembers, in this process, that a service failed, and lets it rest for a while.

    It opens after so many `failures` in a row and rests for `rest_seconds`. Then one caller at
    a time may claim to find out, until the service has `worked`.
    """

    def __init__(self, failures, rest_seconds):
        self._allowed = failures
        self._rest_seconds = rest_seconds
        self._failures = 0
        self._resting_until = 0.0
        self._lock = threading.Lock()

    @property
    def is_open(self):
        """Whether the service is left alone, but for whoever claims to find out."""
        return self._failures >= self._allowed

    def claim(self):
        """Return whether the caller, and nobody else, is to find out if the service is back."""
        with self._lock:
            if not self.is_open or time.monotonic() < self._resting_until:
                return False
            self._resting_until = time.monotonic() + _PROBE_SECONDS
            return True

    def failed(self):
        """Let the service rest."""
        with self._lock:
            self._failures += 1
            self._resting_until = time.monotonic() + self._rest_seconds

    def worked(self):
        """Trust the service again at once."""
        with self._lock:
            self._failures = 0
