"""The podcast: one show, and episodes that a speech synthesiser speaks."""

from .failures import FAILURES
from .four_steps import FOUR_STEPS
from .show import SHOW

EPISODES = [FAILURES, FOUR_STEPS]

__all__ = ["EPISODES", "SHOW"]
