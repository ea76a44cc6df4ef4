"""Episode 2: why failures are published."""

from .. import references
from ..prose import prose
from .show import episode

SCRIPT = [
    (
        "A word before we begin",
        [
            (1, "Welcome to Small Changes, the podcast of the QI Knowledge Hub."),
            (1, "As always, nobody is speaking here."),
            (1, "You hear a speech synthesiser that reads what our editors wrote."),
            (2, "I am the other synthetic voice, and I have a question."),
        ],
    ),
    (
        "Why tell what did not work?",
        [
            (2, "This hub shows improvement work that failed. Who would want to read that?"),
            (1, "The ward that is about to try the same thing."),
            (1, "If only successes are told, it will repeat the mistake."),
            (1, "A failure also tells you where to look: at the idea, or at how it was done."),
        ],
    ),
    (
        "Two published examples",
        [
            (2, "Give us an example."),
            (1, "A large trial in Uttar Pradesh, India, was published in 2017."),
            (1, "Birth attendants were coached to use a checklist for safe childbirth."),
            (1, "After two months they carried out 73 per cent of the practices on the list."),
            (1, "Without coaching it was 42 per cent."),
            (2, "So it worked."),
            (1, "Practice improved. But deaths and severe complications did not become fewer."),
            (2, "What can a ward take from that?"),
            (1, "That care and its results are two things. Follow both."),
            (1, "A second example: a programme for newborn care in Telangana and Andhra Pradesh."),
            (1, "It was called Safe Care, Saving Lives, and its evaluation appeared in 2021."),
            (1, "Of 29 hospitals, 7 took part from the beginning to the end."),
            (1, "The evaluation found no evidence of fewer deaths, nor of better practice."),
            (2, "Seven of twenty-nine."),
            (1, "So before you ask whether an idea works, ask whether it really happened."),
        ],
    ),
    (
        "How to tell a failure",
        [
            (2, "How does a team tell its own failure?"),
            (1, "With four answers. What did we expect? What did we do?"),
            (1, "What happened instead? And what would we do otherwise?"),
            (1, "Speak of the work, not of a person."),
            (1, "And leave out whatever could show who a patient was."),
            (2, "And the verdict?"),
            (1, "This hub knows four: worked, worked but was not sustained, mixed, did not work."),
            (1, "They stand in one list, side by side."),
        ],
    ),
    (
        "Where to read more",
        [
            (1, "Among our case studies is one about bright labels on ampoules."),
            (1, "It is made up for teaching, and it says so. Read it with your team."),
            (2, "This was Small Changes, spoken by two synthetic voices. Thank you for listening."),
        ],
    ),
]

FAILURES = episode(
    "why-we-publish-what-did-not-work",
    2,
    "Why we publish what did not work",
    prose("""Two large, published programmes that did not reach their goal, what a ward can learn
        from them, and how a team can tell its own failure. Spoken by a speech synthesiser."""),
    script=SCRIPT,
    topics=["quality-improvement-basics", "measurement"],
    methods=["pocqi"],
    body=[
        (
            "references",
            [references.BETTER_BIRTH, references.SAFE_CARE, references.SQUIRE],
        )
    ],
)
