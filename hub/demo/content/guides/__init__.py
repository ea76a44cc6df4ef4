"""The guides, in the order in which the library shows them."""

from .analyse_and_measure import ANALYSE_AND_MEASURE
from .fishbone_and_whys import FISHBONE_AND_WHYS
from .pareto import PARETO
from .pdsa_worksheet import PDSA_WORKSHEET
from .priorities import PRIORITIES
from .problem_team_aim import PROBLEM_TEAM_AIM
from .process_map import PROCESS_MAP
from .run_charts import RUN_CHARTS
from .sustain import SUSTAIN
from .testing_changes import TEST_CHANGES

STEPS = [PROBLEM_TEAM_AIM, ANALYSE_AND_MEASURE, TEST_CHANGES, SUSTAIN]
TOOLS = [PRIORITIES, PROCESS_MAP, FISHBONE_AND_WHYS, PARETO, PDSA_WORKSHEET]

GUIDES = [*STEPS, *TOOLS, RUN_CHARTS]
