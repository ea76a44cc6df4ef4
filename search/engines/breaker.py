"""Ask nobody who has just failed to answer, so that not every reader waits in vain."""

import time

REST_SECONDS = 30


class Breaker:
    """Remembers, in this process, that a service failed, and lets it rest for a while."""

    def __init__(self, rest_seconds=REST_SECONDS):
        self._rest_seconds = rest_seconds
        self._resting_until = 0.0

    @property
    def is_open(self):
        """Whether the service is left alone at the moment."""
        return time.monotonic() < self._resting_until

    def failed(self):
        """Let the service rest."""
        self._resting_until = time.monotonic() + self._rest_seconds

    def worked(self):
        """Trust the service again at once."""
        self._resting_until = 0.0
