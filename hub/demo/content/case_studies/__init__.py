"""Illustrative case studies: scenarios made up for teaching, failures among them."""

from .first_check import FIRST_CHECK
from .hand_hygiene import HAND_HYGIENE
from .kangaroo_hours import KANGAROO_HOURS
from .oxytocin_labels import OXYTOCIN_LABELS
from .partograph import PARTOGRAPH

CASE_STUDIES = [OXYTOCIN_LABELS, FIRST_CHECK, HAND_HYGIENE, PARTOGRAPH, KANGAROO_HOURS]
