"""A case that worked and was not sustained: hand hygiene on a newborn unit."""

from ..prose import prose
from .common import illustrative

HAND_HYGIENE = illustrative(
    "hand-rub-until-the-champion-left",
    "Hand rub at every cot, until the champion left",
    prose("""A newborn unit puts hand rub within reach of every cot, and hands are cleaned far more
        often. Then the nurse who kept it all going moves on. A made-up case about what happens when
        a good change lives in one person."""),
    [
        "Which of our gains would be gone if one particular person were transferred tomorrow?",
        "Do we measure when nobody knows that we measure, without blaming anyone for it?",
        "Who orders what our change needs, and what happens when that person is on leave?",
    ],
    topics=["infection-prevention", "newborn-care", "quality-improvement-basics"],
    settings=["newborn-unit"],
    audiences=["nurses", "doctors", "facility-managers", "qi-coaches"],
    methods=["pocqi", "fishbone", "pdsa", "run-chart"],
    team_roles=["nurses"],
    equipment=["alcohol-hand-rub"],
    context=prose("""<p>Imagine a newborn unit in a district hospital. Cots stand close together,
        and the only washbasin is by the door. Nurses, doctors and mothers touch many babies and
        many things in an hour.</p>
        <p>The unit, its people and their story are made up for teaching.</p>"""),
    problem=prose("""<p>A young nurse watches quietly for a few shifts and makes a tally: each time
        hands should be cleaned before a baby is touched, were they? Often they were not. People are
        not careless. The washbasin is far, the towel is wet, and a baby is crying.</p>"""),
    team=[
        (
            "member",
            {
                "role": "Young nurse",
                "number": 1,
                "task": "Fills the bottles, does the tally, draws the chart",
            },
        ),
        ("member", {"role": "Mothers", "task": "Remind the staff"}),
    ],
    causes=[
        (
            "fishbone",
            {
                "effect": "Hands are not cleaned before a baby is touched",
                "branches": [
                    {"category": "Place", "causes": ["The only washbasin is by the door"]},
                    {"category": "Supplies", "causes": ["The towel is wet"]},
                    {"category": "Work", "causes": ["A baby is crying"]},
                ],
            },
        )
    ],
    change_ideas=[
        (
            "idea",
            {
                "idea": "Alcohol hand rub at every cot",
                "reason": "Most branches of the fishbone end at distance.",
            },
        )
    ],
    cycles=[
        (
            "cycle",
            {
                "title": "One cot, one shift",
                "prediction": "A bottle within reach will be used.",
                "study": "It was used, and it was in nobody's way.",
                "act": "adopt",
                "next_step": "Try it on every cot in one row.",
                "outcome": "worked",
            },
        ),
        (
            "cycle",
            {
                "title": "Every cot of the unit",
                "prediction": "Hands will go on being cleaned once hand rub is everywhere.",
                "study": "They were, until the nurse who filled the bottles was transferred.",
                "act": "adapt",
                "next_step": "Hand the work over before it is needed.",
                "outcome": "not_sustained",
                "why": "The work had one owner, and the store did not order hand rub by itself.",
            },
        ),
    ],
    change=prose("""<p>The team draws a fishbone and finds that most branches end at distance. They
        test a bottle of alcohol hand rub on one cot for one shift, then on every cot in one row,
        then everywhere. The young nurse fills the bottles, does the tally, draws the chart each
        Monday and reminds her colleagues with a smile.</p>
        <p>Mothers are shown how to do it too, and asked to remind the staff.</p>"""),
    result=prose("""<p>In the story hands are cleaned far more often within weeks, and the dots on
        the chart settle well above the old median. Visitors from other wards come to look.</p>
        <p>Then the young nurse is transferred. The bottles are refilled when somebody remembers,
        and on weekends they stand empty. The tally stops. When a coach asks for a look at the end
        of the year, the chart has no new dots, and a quiet count finds hands cleaned about as
        seldom as in the beginning.</p>"""),
    outcome="not_sustained",
    outcome_why=prose("""<p>It worked for those whose bottles somebody kept full, and as long as
        somebody did.</p>"""),
    lessons=prose("""<ul><li><b>The change was right, and it had one owner.</b> When she left, it
        left.</li>
        <li><b>Supplies are part of the change.</b> An empty bottle teaches people to walk past
        it.</li>
        <li><b>Being watched works while somebody watches.</b> Part of the rise may have been
        politeness towards the nurse with the tally sheet.</li>
        <li><b>The end of measuring came before the end of the gain.</b> Nobody saw the dots fall,
        because there were none.</li></ul>"""),
    otherwise=prose("""<p>They would hand the work over before it is needed: refilling becomes a
        line on the night shift's list, and the store orders hand rub by default, as it orders
        gloves. They would let different people do the tally, so that it does not hang on one
        face.</p>
        <p>And they would go on measuring, only less often, with a rule agreed in advance: when the
        dots fall below the line, the sister in charge calls the team.</p>"""),
)
