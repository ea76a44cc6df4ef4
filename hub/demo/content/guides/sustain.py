"""POCQI step 4."""

from .. import references
from ..prose import prose
from .common import guide

SUSTAIN = guide(
    "sustain-improvement",
    "Step 4: Sustain improvement",
    prose("""How a ward keeps what it has gained when the project ends, the champions move on and
        the next problem calls, and how it shares the lesson with others."""),
    pocqi_step=4,
    lead_image="pocqi-step-4",
    topics=["quality-improvement-basics", "teamwork"],
    settings=["labour-room", "newborn-unit", "postnatal-ward"],
    audiences=["nurses", "midwives", "doctors", "facility-managers", "qi-coaches"],
    methods=["pocqi", "run-chart"],
    body=[
        (
            "paragraph",
            prose("""<p>A gain that lives in the enthusiasm of two people leaves when they leave.
                Step 4 of POCQI builds the new way into everyday work (1).</p>"""),
        ),
        ("heading", {"text": "Build it in", "level": "h2"}),
        (
            "paragraph",
            prose("""<p>Ask of each change that worked: what would make the old way hard and the new
                way natural? Go through five places.</p>"""),
        ),
        (
            "table",
            {
                "caption": "Five places where a change can take root",
                "data": [
                    ["Place", "Question for the team"],
                    ["Written way of working", "Is it in the protocol, in one page, with a date?"],
                    ["Tools and supplies", "Is what we need ordered and stored by default?"],
                    ["People", "Does every newcomer learn it in the first week?"],
                    ["Records", "Does the normal register show whether it was done?"],
                    ["Leaders", "Who looks at the chart each month, and what do they do?"],
                ],
            },
        ),
        ("heading", {"text": "Keep looking", "level": "h2"}),
        (
            "paragraph",
            prose("""<p>Measure less often, but do not stop. One point a month is enough when weekly
                points have been steady. Agree in advance what will wake the team, for instance six
                points in a row on the wrong side of the median, and who will call the meeting.</p>
                <p>It can be done. A standalone private newborn unit that had given no sucrose for
                painful procedures reached 96.27% and reported more than 80% for four years (2).
                At a government institute in Chandigarh the median volume of donated human milk rose
                from 5,032 mL to 17,181 mL, 3.41 times as much (3).</p>"""),
        ),
        (
            "callout",
            {
                "kind": "tip",
                "title": "Give thanks in public",
                "text": prose("""Show the chart to those who made it rise: the night shift, the
                    support staff, the mothers. Pride keeps a change alive longer than a
                    circular."""),
            },
        ),
        ("heading", {"text": "Share and spread", "level": "h2"}),
        (
            "paragraph",
            prose("""<p>Another ward cannot copy your change; it can copy your questions. Give
                others the aim, the measures, what failed, and what depended on your place. The
                SQUIRE guidelines list what a written report should contain (4). Spread also needs
                support around the teams: work on POCQI in India from 2015 to 2020 described ten
                strategies, with 240 mentors, 131 facilities and 165 projects in ten states (5).
                </p>"""),
        ),
        (
            "steps",
            [
                {
                    "title": "Hand over",
                    "text": "Name the owner of the process and the owner of the chart.",
                },
                {
                    "title": "Fix the next look",
                    "text": "Put three review dates in the calendar of the unit.",
                },
                {
                    "title": "Tell the story",
                    "text": prose("""Write one page with the aim, the chart and three lessons, and
                        present it to a neighbouring ward."""),
                },
                {
                    "title": "Begin again",
                    "text": "Go back to step 1 with the next problem on your list.",
                },
            ],
        ),
        (
            "references",
            [
                references.POCQI_LEARNER,
                references.SUCROSE,
                references.MILK_DONATION,
                references.SQUIRE,
                references.FRAMEWORK,
            ],
        ),
    ],
)
