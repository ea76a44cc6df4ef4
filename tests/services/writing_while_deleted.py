"""Several people write a draft while it is deleted; prints as JSON how each of them ended."""

import json
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import django

PEOPLE = 4
KEYSTROKES = 30


def main():
    """Let everybody type until the draft is gone and once more, and tell what is left of it."""
    django.setup()
    from django.contrib.auth import get_user_model
    from django.db import connections

    from writing.deleting import delete
    from writing.models import Draft, Member, Wording
    from writing.saving import Change, save

    draft = Draft.objects.create(language="en")
    people = [get_user_model().objects.create_user(f"nurse-{n}") for n in range(PEOPLE)]
    Member.objects.create(draft=draft, person=people[0])
    writing, deleted = Barrier(PEOPLE + 1), Event()

    def write(number):
        try:
            for seq in range(1, KEYSTROKES + 1):
                text = f"{number}:{seq}"
                save(draft, people[number], [Change("problem", text, 0, f"{number:032x}", seq, {})])
                if seq == 1:
                    writing.wait()
                if seq == KEYSTROKES - 1:
                    deleted.wait()
            return "never told"
        except Draft.DoesNotExist:
            return "told"
        finally:
            connections.close_all()

    with ThreadPoolExecutor(PEOPLE) as threads:
        ended = [threads.submit(write, number) for number in range(PEOPLE)]
        writing.wait()
        delete(draft, people[0])
        deleted.set()
        told = [each.result() for each in ended]
    print(json.dumps({"told": told, "left": Draft.objects.count() + Wording.objects.count()}))


if __name__ == "__main__":
    main()
