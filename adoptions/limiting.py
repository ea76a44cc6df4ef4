"""How many reports may come from one address in an hour.

An address is kept for an hour at most, as a number that nobody can turn back into it.
"""

import time

from django.core.cache import cache
from django.utils.crypto import salted_hmac

MOST = 10
_HOUR = 60 * 60


def is_one_too_many(request):
    """Count a report, and tell whether more than `MOST` have come from its address this hour."""
    address = request.headers.get("X-Forwarded-For", "").rsplit(",", 1)[-1].strip()
    whose = salted_hmac("adoptions.limiting", address or request.META.get("REMOTE_ADDR", ""))
    key = f"adoptions-from-{whose.hexdigest()}-{int(time.time() // _HOUR)}"
    count = cache.get(key, 0) + 1
    cache.set(key, count, _HOUR)
    return count > MOST
