"""The guides, in the order in which the library shows them."""

from .analyse_and_measure import ANALYSE_AND_MEASURE
from .problem_team_aim import PROBLEM_TEAM_AIM
from .run_charts import RUN_CHARTS
from .sustain import SUSTAIN
from .testing_changes import TEST_CHANGES

GUIDES = [PROBLEM_TEAM_AIM, ANALYSE_AND_MEASURE, TEST_CHANGES, SUSTAIN, RUN_CHARTS]
