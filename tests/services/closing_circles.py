"""Requests that would each close half of a circle: run in the environment of a scratch hub.

`python -m tests.services.closing_circles` prints what came of it as JSON.
"""

import json
import threading
import uuid

import django

AT_ONCE = 6


def main():
    django.setup()
    print(json.dumps({"held": while_another_is_open(), "ring": all_at_once()}))


def tie(record, own):
    """Report an adoption of a record that has a record of its own."""
    from adoptions.models import Adoption

    Adoption.objects.create(record_key=record, own_record_key=own, country="IN", changed="Less.")


def outcome(record, own, impatient=False):
    """Return what became of a report, made on a connection of its own."""
    from django.core.exceptions import ValidationError
    from django.db import OperationalError, connection

    try:
        with connection.cursor() as cursor:
            if impatient and connection.vendor == "sqlite":
                cursor.execute("PRAGMA busy_timeout = 300")
            elif impatient:
                cursor.execute("SET lock_timeout = '300ms'")
        tie(record, own)
    except ValidationError:
        return "refused"
    except OperationalError:
        return "kept waiting"
    finally:
        connection.close()
    return "saved"


def in_thread(work):
    """Return what `work` returns, done in a thread."""
    results = []
    thread = threading.Thread(target=lambda: results.append(work()))
    thread.start()
    thread.join()
    return results[0]


def while_another_is_open():
    """Try the other half of a circle while the first is being saved, and after."""
    from django.db import transaction

    one, two = uuid.uuid4(), uuid.uuid4()
    with transaction.atomic():
        tie(one, two)
        during = in_thread(lambda: outcome(two, one, impatient=True))
    return [during, in_thread(lambda: outcome(two, one))]


def all_at_once():
    """Close a ring of records by as many requests at the same moment."""
    keys = [uuid.uuid4() for _number in range(AT_ONCE)]
    barrier, results = threading.Barrier(AT_ONCE), []

    def close(number):
        barrier.wait()
        results.append(outcome(keys[number], keys[(number + 1) % AT_ONCE]))

    threads = [threading.Thread(target=close, args=[number]) for number in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(results)


if __name__ == "__main__":
    main()
