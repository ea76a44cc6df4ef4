"""The podcast: one show, and episodes that a speech synthesiser speaks."""

from .failures import FAILURES
from .four_steps import FOUR_STEPS
from .show import SHOW

EPISODES = [FOUR_STEPS, FAILURES]

__all__ = ["EPISODES", "SHOW"]
