"""Episode 1: the four steps of POCQI."""

from .. import references
from ..prose import prose
from .show import episode

SCRIPT = [
    (
        "A word before we begin",
        [
            (1, "Welcome to Small Changes, the podcast of the QI Knowledge Hub."),
            (1, "One thing first: nobody is speaking here. You hear a speech synthesiser."),
            (1, "Our editors wrote the words, and a program reads them."),
            (2, "I am the second synthetic voice. I will ask the questions."),
            (1, "Today: the four steps of POCQI, Point of Care Quality Improvement."),
        ],
    ),
    (
        "Step 1: a problem, a team, an aim",
        [
            (2, "A ward has many problems. Where does a team begin?"),
            (1, "With one of them. Choose a problem that matters to mothers and babies."),
            (1, "Choose one that the ward itself can act on, and that can be counted every week."),
            (2, "And who belongs to the team?"),
            (1, "Those who do the work: a nurse from each shift, a midwife, a doctor."),
            (1, "The support worker who prepares the room, too. And ask a mother."),
            (1, "Then write the aim in one sentence: who, what, how much, and by when."),
            (2, "So “train all staff” is not an aim?"),
            (1, "No. Training is a change that you may test."),
            (1, "The aim names what will be better for the patient."),
        ],
    ),
    (
        "Step 2: analyse and measure",
        [
            (2, "May we start to change things now?"),
            (1, "Not yet. Step two looks at the work before changing it."),
            (1, "Draw the steps of care as they really happen."),
            (1, "Sort the possible causes in a fishbone. Ask why, several times over."),
            (2, "And if every why ends at somebody's name?"),
            (1, "Then ask once more: what made that mistake easy to make?"),
            (1, "Now measure. Two or three simple measures are enough."),
            (1, "Put a dot on a run chart every week, and begin before the first change."),
        ],
    ),
    (
        "Step 3: test changes",
        [
            (2, "We have ideas. Which one do we introduce everywhere?"),
            (1, "None. Step three tests it first, and tests it small."),
            (1, "One nurse, one shift, one mother. Plan, do, study, act."),
            (1, "Write down what you expect before you begin. Then compare."),
            (2, "And when the idea fails?"),
            (1, "Then a small failure has saved you a large one. Adapt the idea, or drop it."),
            (1, "Test only what agrees with clinical guidelines."),
            (1, "And the person responsible for the unit must know of it."),
        ],
    ),
    (
        "Step 4: keep what works",
        [
            (2, "The chart looks good. Are we finished?"),
            (1, "That is when step four begins. Make the new way the normal way."),
            (
                1,
                "Put it into the protocol, the store's orders, and each newcomer's first week.",
            ),
            (1, "Look at the chart less often, but do not stop looking."),
            (2, "And then?"),
            (1, "Share what you learned, also what did not work. And choose the next problem."),
        ],
    ),
    (
        "Where to read more",
        [
            (1, "The guides of this hub explain each step."),
            (1, "They follow the POCQI learner manual of the World Health Organization."),
            (2, "This was Small Changes, spoken by two synthetic voices. Thank you for listening."),
        ],
    ),
]

FOUR_STEPS = episode(
    "four-steps-to-better-care",
    1,
    "Four steps to better care",
    prose("""The four steps of Point of Care Quality Improvement (POCQI) in three minutes: one
        problem, a look at the work, small tests, and keeping what works. Spoken by a speech
        synthesiser."""),
    script=SCRIPT,
    topics=["quality-improvement-basics", "teamwork"],
    methods=["pocqi", "pdsa"],
    body=[("references", [references.POCQI_LEARNER, references.IMPROVEMENT_GUIDE])],
)
