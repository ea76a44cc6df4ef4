"""POCQI step 2."""

from .. import references
from ..prose import prose
from .common import guide

ANALYSE_AND_MEASURE = guide(
    "analyse-the-problem-and-measure-care",
    "Step 2: Analyse the problem and measure care",
    prose("""Four simple tools to find out why a problem happens, and how to choose a few measures
        that tell the team, week by week, whether care is getting better."""),
    pocqi_step=2,
    lead_image="pocqi-step-2",
    topics=["measurement", "quality-improvement-basics"],
    settings=["labour-room", "newborn-unit", "postnatal-ward"],
    audiences=["nurses", "midwives", "doctors", "qi-coaches"],
    methods=["pocqi", "process-flow-chart", "fishbone", "five-whys", "pareto-chart"],
    body=[
        (
            "paragraph",
            prose("""<p>The first idea about a cause is often wrong, and it is often about a person.
                Step 2 asks the team to look at the work itself before changing it, and to measure
                it (1).</p>"""),
        ),
        ("heading", {"text": "Find out why", "level": "h2"}),
        (
            "paragraph",
            prose("""<p>Choose the tool that fits the question; you rarely need all four.</p>
                <ul><li><b>Process flow chart.</b> Draw the steps of care as they happen today, not
                as the protocol says. Walk the way with a mother or a baby. Mark where people wait,
                go back or search.</li>
                <li><b>Fishbone diagram.</b> Write the problem at the head. Collect possible causes
                along branches such as people, place, policy and process, equipment and
                supplies.</li>
                <li><b>Five whys.</b> Take one cause and ask why, again and again, until you reach
                something the team can change.</li>
                <li><b>Pareto chart.</b> Count how often each cause occurs for a week or two and put
                the bars in order. Begin with the tallest.</li></ul>"""),
        ),
        (
            "image",
            {
                "image": "fishbone",
                "alt_text": prose("""A fishbone diagram: six branches of causes run into one spine
                    that ends in a box for the problem."""),
                "caption": "Each branch collects one group of possible causes.",
            },
        ),
        (
            "callout",
            {
                "kind": "note",
                "title": "Ask what, not who",
                "text": prose("""If five whys end at a name, ask once more: what made that mistake
                    easy to make?"""),
            },
        ),
        ("heading", {"text": "Choose a few measures", "level": "h2"}),
        (
            "paragraph",
            prose("""<p>Donabedian described quality through structure, process and outcome (2). For
                a ward team two or three measures are enough:</p>
                <ul><li>one <b>process measure</b>: did the care happen?</li>
                <li>one <b>outcome measure</b>: did mothers or babies do better?</li>
                <li>if needed one <b>balancing measure</b>: did something else get worse?</li></ul>
                <p>Define each measure so that two nurses who count the same day get the same
                number: who is counted, what counts as yes, where it is written, who adds it up
                and when.</p>"""),
        ),
        (
            "table",
            {
                "caption": "A measure, fully defined",
                "data": [
                    ["Question", "Answer for a skin-to-skin project"],
                    ["Numerator", "Babies placed skin to skin right after birth"],
                    ["Denominator", "All live babies born vaginally that week"],
                    ["Source", "Birth register, one extra column"],
                    ["Who and when", "Nurse of the night shift, every Sunday"],
                ],
            },
        ),
        ("heading", {"text": "Measure before you change", "level": "h2"}),
        (
            "paragraph",
            prose("""<p>Collect a baseline first, and plot each week as a point on a chart. Without
                a baseline nobody can tell later whether the change helped. Measurement for
                improvement needs just enough data, at once and on the spot; it differs from
                measurement for judgement or for research (3). Begin with the records you have. If
                they are poor, your first change may be a better register.</p>"""),
        ),
        (
            "steps",
            [
                {
                    "title": "Try the tally sheet for one shift",
                    "text": "Change it where people hesitate.",
                },
                {
                    "title": "Plot the first points by hand",
                    "text": "A chart on squared paper next to the handover book is seen by all.",
                },
                {
                    "title": "Talk about it every week",
                    "text": "Ask what the chart says, and what you will try next.",
                },
            ],
        ),
        (
            "references",
            [references.POCQI_LEARNER, references.DONABEDIAN, references.THREE_FACES],
        ),
    ],
)
