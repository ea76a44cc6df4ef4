"""Several people save one answer at the same moment; prints as JSON what the hub then has."""

import json
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import django

PEOPLE = 6
KEYSTROKES = 5


def main():
    """Let everybody type at once, and tell which texts are kept and how they stand."""
    django.setup()
    from django.contrib.auth import get_user_model
    from django.db import connections

    from writing.models import Draft
    from writing.saving import Change, save

    draft = Draft.objects.create(language="en")
    people = [get_user_model().objects.create_user(f"nurse-{n}") for n in range(PEOPLE)]
    together = Barrier(PEOPLE)

    def write(number):
        sitting = f"{number:032x}"
        together.wait()
        try:
            for seq in range(1, KEYSTROKES + 1):
                text = f"{number}:" + "x" * seq
                save(draft, people[number], [Change("problem", text, 0, sitting, seq, {})])
        finally:
            connections.close_all()

    with ThreadPoolExecutor(PEOPLE) as threads:
        list(threads.map(write, range(PEOPLE)))
    found = draft.wordings.values_list("text", "standing").order_by("text")
    print(json.dumps([list(row) for row in found]))


if __name__ == "__main__":
    main()
