"""Whose turn it is to write, of two processes of which a database lets only one."""

# Seconds: to write the rows of a chunk takes less than one.
LONGEST = 120


class Turn:
    """A lock of multiprocessing, which a process that was killed while it wrote still holds.

    Raises TimeoutError where it is not given back.
    """

    def __init__(self, lock):
        self._lock = lock

    def __enter__(self):
        if not self._lock.acquire(timeout=LONGEST):
            raise TimeoutError("The other process does not go on writing.")

    def __exit__(self, *error):
        self._lock.release()
