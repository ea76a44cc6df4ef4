"""A tool of step 2: fishbone and five whys."""

from .. import references
from ..prose import prose
from .common import guide

FISHBONE_AND_WHYS = guide(
    "fishbone-and-five-whys",
    "Fishbone and five whys: from complaint to cause",
    prose("""Two ways to look for causes together, and one habit that keeps both honest: going to
        see. With an example, and with what the tools cannot do."""),
    pocqi_step=2,
    lead_image="pocqi-step-2",
    topics=["quality-improvement-basics", "teamwork"],
    settings=["labour-room", "newborn-unit", "postnatal-ward", "paediatric-ward"],
    audiences=["nurses", "midwives", "doctors", "qi-coaches", "students"],
    methods=["fishbone", "five-whys", "pocqi"],
    body=[
        (
            "paragraph",
            prose("""<p>Ask a ward why something goes wrong, and the first answer comes fast: too
                few staff, too many patients, too little training. It may be true, but it rarely
                says what to change on Monday. Fishbone and five whys slow the answer down (1).
                </p>"""),
        ),
        ("heading", {"text": "The fishbone: all causes on one sheet", "level": "h2"}),
        (
            "image",
            {
                "image": "fishbone",
                "alt_text": prose("""A fishbone diagram: six branches with twigs run into one spine
                    that ends in a box for the problem."""),
                "caption": "The problem is the head. Branches sort the possible causes.",
            },
        ),
        (
            "steps",
            [
                {
                    "title": "Write the problem at the head",
                    "text": prose("""As one fact: “many babies are cold one hour after birth”, not
                        “poor warming by staff”."""),
                },
                {
                    "title": "Name the branches",
                    "text": prose("""People, place, equipment and supplies, way of working,
                        information, patients and families. Take others if they fit better."""),
                },
                {
                    "title": "Let everyone write",
                    "text": prose("""Each person puts causes on slips of paper before anyone speaks.
                        The quiet ones know things too."""),
                },
                {
                    "title": "Mark what you have seen",
                    "text": prose("""Put a tick where somebody has seen the cause with their own
                        eyes, and a question mark where it is a guess."""),
                },
            ],
        ),
        ("heading", {"text": "Five whys: one cause, followed down", "level": "h2"}),
        (
            "paragraph",
            prose("""<p>Take one twig and ask why. Take the answer and ask why again. Stop when you
                reach something that the team can change. Five is only a habit; it may take three or
                seven.</p>"""),
        ),
        (
            "table",
            {
                "caption": "Asking why: an illustration, no real facility",
                "data": [
                    ["Question", "Answer"],
                    ["Why is the baby cold?", "It lay uncovered while the mother was cared for."],
                    ["Why was it uncovered?", "There was no dry cloth at the bedside."],
                    ["Why was there no cloth?", "The cloths lie in the store, which is locked."],
                    ["Why is it locked?", "Cloths disappeared, so the key stays with the sister."],
                    ["Why did they disappear?", "Families have no others to take the baby home."],
                ],
            },
        ),
        (
            "image",
            {
                "image": "five-whys",
                "alt_text": prose("""A stair of five blocks leads down from a warning sign to a
                    root; a question mark stands on each block."""),
                "caption": "Each answer becomes the next question.",
            },
        ),
        (
            "callout",
            {
                "kind": "warning",
                "title": "When a name is the answer",
                "text": prose("""If the chain ends at a person, ask once more: what made it easy to
                    do that, and would another person have done the same?"""),
            },
        ),
        ("heading", {"text": "What these tools cannot do", "level": "h2"}),
        (
            "paragraph",
            prose("""<p>Both collect what people believe. A chain of whys follows one path, so it
                can make a tangled problem look simple and leave other causes out; it has been
                criticised for just that in health care (2). Three habits help.</p>
                <ul><li><b>Go and see.</b> Stand where it happens, at night as well, before you
                believe a twig.</li>
                <li><b>Follow more than one chain.</b> Two teams that start at the same fact will
                often end at different causes. Both may be right.</li>
                <li><b>Count.</b> When several causes remain, tally them for a week and draw a
                Pareto chart.</li></ul>
                <p>Then choose the cause to work on: one that is frequent, seen and yours to change.
                It is where step 3 begins.</p>"""),
        ),
        ("references", [references.POCQI_LEARNER, references.FIVE_WHYS_PROBLEM]),
    ],
)
