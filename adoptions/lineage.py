"""What grew out of what, and that it never goes in a circle.

A report grows out of the record that it is about, or out of another report on that record. A
record grows out of the one report, standing or waiting, that calls it its own. So everything has
one parent at most, and whoever walks up must come to an end.
"""

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from adoptions.choices import STANDING

CIRCLE = _("Nothing can be adapted from what was adapted from it.")
GROWS_ELSEWHERE = _("This record has been tied to another adoption.")
OTHER_RECORD = _("Choose an adoption of the same record.")


def take_turn():
    """Wait until no other transaction is changing the tree; it is held until this one ends.

    Two requests may each close half of a circle, on pages that share nothing. The row that is
    locked stands for the whole tree; SQLite lets one transaction write at a time as it is.
    """
    types = ContentType.objects.select_for_update(no_key=True)
    types.get(app_label="adoptions", model="adoption")


def check(adoption):
    """Raise ValidationError if a report would close a circle, or tie what is tied already.

    It costs two queries at most, whatever the size of the tree.
    """
    _check_parent(adoption)
    if adoption.holds_own_record:
        _check_own_record(adoption)


def _check_parent(adoption):
    if adoption.adapted_from_id is None:
        return
    same_record = type(adoption).objects.filter(record_key=adoption.record_key)
    parents = dict(same_record.values_list("pk", "adapted_from_id"))
    if adoption.adapted_from_id not in parents:
        raise ValidationError({"adapted_from": OTHER_RECORD})
    if adoption.pk is not None and adoption.pk in _upward(adoption.adapted_from_id, parents):
        raise ValidationError({"adapted_from": CIRCLE})


def _check_own_record(adoption):
    others = type(adoption).objects.exclude(pk=adoption.pk)
    tied = others.filter(status__in=STANDING, own_record_key__isnull=False)
    parents = dict(tied.values_list("own_record_key", "record_key"))
    if adoption.own_record_key in _upward(adoption.record_key, parents):
        raise ValidationError(CIRCLE)
    if adoption.own_record_key in parents:
        raise ValidationError(GROWS_ELSEWHERE)


def _upward(start, parents):
    """Return everything from `start` up to where it grew from."""
    passed = set()
    while start is not None and start not in passed:
        passed.add(start)
        start = parents.get(start)
    return passed
