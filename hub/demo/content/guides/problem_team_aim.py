"""POCQI step 1."""

from .. import references
from ..prose import prose
from .common import guide

PROBLEM_TEAM_AIM = guide(
    "choose-a-problem-form-a-team-write-an-aim",
    "Step 1: Choose a problem, form a team, write an aim",
    prose("""How a ward picks one problem worth solving, brings together the people who can solve
        it, and writes one sentence that says what will be better, for whom, by how much and
        by when."""),
    pocqi_step=1,
    lead_image="pocqi-step-1",
    topics=["quality-improvement-basics", "teamwork"],
    settings=["labour-room", "newborn-unit", "postnatal-ward"],
    audiences=["nurses", "midwives", "doctors", "qi-coaches"],
    methods=["pocqi", "pdsa"],
    body=[
        (
            "paragraph",
            prose("""<p>Improvement starts with one gap between the care you want to give and the
                care that mothers and babies receive today. Step 1 of POCQI turns that gap into
                something a small team can close (1).</p>"""),
        ),
        ("heading", {"text": "Choose one problem", "level": "h2"}),
        (
            "paragraph",
            prose("""<p>Look where you already write things down: registers, case sheets, the
                handover book. Ask mothers and families what was hard for them. Compare what you
                find with a standard, such as the WHO standards for maternal and newborn
                care (2). You will have a list; now choose.</p>
                <p>A good first problem has four marks:</p>
                <ul><li><b>It matters</b> to the health or the experience of mothers and
                babies.</li>
                <li><b>It is ours:</b> the ward can act on it without new staff, money or
                permission from far away.</li>
                <li><b>It can be counted</b> every day or every week.</li>
                <li><b>It is small enough</b> to show a change within weeks.</li></ul>
                <p>Give each problem on your list one to five points for each mark, add them up,
                and talk about the two at the top. The talk is worth more than the sum.</p>"""),
        ),
        ("heading", {"text": "Form a team", "level": "h2"}),
        (
            "paragraph",
            prose("""<p>Invite the people who do the work that must change. For care at birth these
                may be a nurse from each shift, a midwife, a doctor, the support worker who
                prepares the room, and someone who answers for the unit. Five to eight people can
                meet standing up, in fifteen minutes, every week. Name a leader, a person who
                records data and a person who keeps the notes. A mother who has been cared for on
                the ward sees what staff no longer see.</p>"""),
        ),
        (
            "callout",
            {
                "kind": "tip",
                "title": "Start with those who are willing",
                "text": prose("""You do not need everyone on the first day. Let the others see the
                    first results, then ask them again."""),
            },
        ),
        ("heading", {"text": "Write the aim", "level": "h2"}),
        (
            "paragraph",
            prose("""<p>The Model for Improvement begins with the question of what we are trying to
                accomplish (3). Answer it in one sentence with four parts.</p>"""),
        ),
        (
            "table",
            {
                "caption": "The four parts of an aim statement",
                "data": [
                    ["Part", "Question", "Arithmetic illustration, no real facility"],
                    ["Who", "Which patients?", "All babies born vaginally in our labour room"],
                    ["What", "Which care or result?", "placed skin to skin right after birth"],
                    ["How much", "From where to where?", "from 20 in 100 to 80 in 100"],
                    ["By when", "In how many weeks?", "within eight weeks"],
                ],
            },
        ),
        (
            "paragraph",
            prose("""<p>Published aims read the same way. A rural maternity hospital in Maharashtra
                set out to raise the plotting of the e-partograph from 30% to 90% in six months (4).
                A private newborn unit that had given no sucrose for painful procedures aimed for
                more than 80% within eight weeks (5).</p>"""),
        ),
        ("heading", {"text": "Before you go on", "level": "h2"}),
        (
            "steps",
            [
                {
                    "title": "Read the aim aloud",
                    "text": "Can a colleague who was not there say it back in their own words?",
                },
                {
                    "title": "Check that it names a result",
                    "text": "“Train all staff” is a change to test, not an aim.",
                },
                {
                    "title": "Show it",
                    "text": "Put it on the wall where the team meets, with the date it ends.",
                },
            ],
        ),
        (
            "references",
            [
                references.POCQI_LEARNER,
                references.WHO_STANDARDS,
                references.IMPROVEMENT_GUIDE,
                references.PARTOGRAPH,
                references.SUCROSE,
            ],
        ),
    ],
)
