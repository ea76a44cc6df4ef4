"""A tool of step 2: the process map."""

from .. import references
from ..prose import prose
from .common import guide

PROCESS_MAP = guide(
    "process-map-for-ward-teams",
    "Process map: draw the work as it really happens",
    prose("""How a team draws the way of a mother or a baby through care in half an hour, with slips
        of paper, and finds where people wait, search, go back or fall between two teams."""),
    pocqi_step=2,
    lead_image="pocqi-step-2",
    topics=["quality-improvement-basics", "teamwork"],
    settings=["labour-room", "newborn-unit", "postnatal-ward", "antenatal-clinic"],
    audiences=["nurses", "midwives", "doctors", "facility-managers", "qi-coaches"],
    methods=["process-flow-chart", "pocqi"],
    body=[
        (
            "paragraph",
            prose("""<p>A protocol says how care should go. A process map, also called a flow chart,
                shows how it goes today. The distance between the two is where improvement begins
                (1). Mapping the way of a patient lets a team see care through the patient's eyes,
                step after step (2).</p>"""),
        ),
        (
            "image",
            {
                "image": "process-map",
                "alt_text": prose("""A process map: rounded start and end, boxes for steps, a
                    diamond for a decision with a way back, and one step marked with a clock."""),
                "caption": prose("""Four signs are enough: rounded for start and end, a box for a
                    step, a diamond for a decision, an arrow for what follows."""),
            },
        ),
        ("heading", {"text": "Draw it together", "level": "h2"}),
        (
            "steps",
            [
                {
                    "title": "Agree where it starts and ends",
                    "text": prose("""For instance from the birth of the baby to the first
                        breastfeed. A map of everything helps with nothing."""),
                },
                {
                    "title": "Invite those who do each step",
                    "text": prose("""The guard who opens the door and the worker who brings the
                        linen know steps that no doctor sees."""),
                },
                {
                    "title": "One step on one slip",
                    "text": prose("""Write who does what: “nurse weighs baby”. Lay the slips on a
                        table and move them until all agree."""),
                },
                {
                    "title": "Add decisions and ways back",
                    "text": "Where does the way fork? What happens when the answer is no?",
                },
                {
                    "title": "Walk it",
                    "text": prose("""Follow one real mother or baby with the map in your hand, with
                        their consent. Correct the map, not the people."""),
                },
            ],
        ),
        (
            "callout",
            {
                "kind": "tip",
                "title": "Make a night map",
                "text": prose("""The night shift often has another process. If the two maps differ,
                    you have found something."""),
            },
        ),
        ("heading", {"text": "Read it", "level": "h2"}),
        (
            "table",
            {
                "caption": "What to look for on the map",
                "data": [
                    ["Sign", "Question for the team"],
                    ["A wait", "What is being waited for, and who knows that it is ready?"],
                    ["A handover", "Who has the patient while nobody is in the room?"],
                    ["A loop back", "What was missing the first time?"],
                    ["A search", "Could it lie where the hands are?"],
                    ["A step done twice", "Which of the two does anyone use?"],
                    ["A step nobody owns", "Who would notice if it did not happen?"],
                ],
            },
        ),
        (
            "paragraph",
            prose("""<p>Mark each finding with a coloured dot. Three dots close together are a good
                place for a first change. Do not redraw the whole process; take out one wait, or
                close one gap, and test it.</p>
                <p>Keep the map on the wall. When a change has worked, draw the new way beside the
                old one: it is the shortest lesson for a newcomer, and the beginning of the new
                protocol.</p>"""),
        ),
        ("heading", {"text": "Mistakes that are easy to make", "level": "h2"}),
        (
            "paragraph",
            prose("""<ul><li><b>Drawing the protocol.</b> If the map has no loop and no wait, it is
                probably a wish.</li>
                <li><b>Drawing alone.</b> The talk over the slips is half of the value.</li>
                <li><b>Too much detail.</b> Eight to fifteen slips are usually enough. Zoom in later
                where the dots are.</li>
                <li><b>Looking for the guilty.</b> A map shows steps, not
                characters.</li></ul>"""),
        ),
        ("references", [references.POCQI_LEARNER, references.PROCESS_MAPPING]),
    ],
)
