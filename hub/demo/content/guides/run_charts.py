"""The long guide: how a ward team makes and reads a run chart."""

from .. import references
from ..prose import prose
from .common import guide
from .run_chart_example import WEEKS_TABLE

START = [
    (
        "paragraph",
        prose("""<p>A run chart is a line of dots across time with one straight line through the
            middle. It needs squared paper, a pencil and five minutes a week. With it a ward team
            can answer the question that matters most in improvement: did our change make things
            better, or did we just have a good week? (1, 2)</p>
            <p>This guide goes from the tally sheet by the bedside to the decision in the team
            meeting. You need no computer and no statistics.</p>"""),
    ),
    ("heading", {"text": "Why not just compare before and after?", "level": "h2"}),
    (
        "paragraph",
        prose("""<p>Two numbers, one before and one after, hide everything that happened between
            them. Perhaps care was improving anyway. Perhaps it rose for a week and fell again.
            Perhaps both numbers belong to the same ups and downs that every ward has. Dots in
            their order of time show which of these stories is true (1, 3).</p>
            <p>Every process varies. Some weeks bring more births, a new colleague or a broken
            thermometer. Most of this is ordinary variation: many small causes, always there. A
            run chart helps you see when something else is at work, so that you neither celebrate
            luck nor blame people for chance (4).</p>"""),
    ),
    ("heading", {"text": "Choose what to plot", "level": "h2"}),
    (
        "paragraph",
        prose("""<p>One chart shows one measure. Take it from your aim: the POCQI manual asks for an
            aim with patients, care, amount and date, and the measure follows from it (5). The WHO
            standards offer quality measures for care around birth (6). Start with a process
            measure, because care changes before results do (7).</p>
            <p>Published initiatives show four useful kinds of measure:</p>
            <ul><li><b>A share.</b> How many of those who should receive the care received it? A
            newborn unit followed sucrose for painful procedures in per cent (8), and a teaching
            hospital followed the share of babies with kangaroo mother care (9).</li>
            <li><b>An amount per patient.</b> Six centres in Karnataka counted hours of kangaroo
            mother care per baby per day (10).</li>
            <li><b>A volume.</b> Teams that collect human milk measured millilitres, one of them
            per week (11, 12).</li>
            <li><b>A rate.</b> A newborn unit in Jaipur followed antibiotic use per 1,000 patient
            days (13).</li></ul>
            <p>Take a share or a rate when the number of patients changes from week to week; a plain
            count would only show how busy you were.</p>"""),
    ),
    (
        "callout",
        {
            "kind": "note",
            "title": "Measuring to improve is not measuring to judge",
            "text": prose("""For improvement you need small samples, often, seen at once by those
                who give the care. Charts used to rank or punish soon lose their honest dots
                (14)."""),
        },
    ),
    ("heading", {"text": "From tally sheet to dots", "level": "h2"}),
    (
        "steps",
        [
            {
                "title": "Define yes and no",
                "text": prose("""Write one line that says who is counted and what counts as yes. Two
                    people who count the same shift must agree."""),
            },
            {
                "title": "Make the tally sheet",
                "text": prose("""One row for each patient: date, yes or no, and a short reason when
                    the answer is no. Keep it where the care happens."""),
            },
            {
                "title": "Close each week on the same day",
                "text": prose("""Divide the number of yes by the number counted and multiply by one
                    hundred. Keep both numbers; the percentage alone hides how few were
                    counted."""),
            },
            {
                "title": "Draw the axes",
                "text": prose("""Weeks run along the bottom. The measure goes up the side, for a
                    share from 0 to 100. Leave room for twenty weeks or more."""),
            },
            {
                "title": "Put in the dots and join them",
                "text": prose("""Add one dot a week. Never wait for the end of the project, and
                    never leave out a bad week."""),
            },
            {
                "title": "Write on the chart",
                "text": prose("""Mark with a small arrow the week in which each change began, and
                    anything unusual: a strike, a festival, a flood."""),
            },
        ],
    ),
    (
        "paragraph",
        prose("""<p>When patients are few, a weekly share jumps between 0 and 100. Then plot months,
            or put ten patients into each dot. When the event is rare, such as a bloodstream
            infection on a small unit, plot the days since the last one: more days are
            better (2).</p>"""),
    ),
    ("heading", {"text": "Draw the middle line", "level": "h2"}),
    (
        "paragraph",
        prose("""<p>The middle line is the <b>median</b>: put the values of the baseline in order
            and take the one in the middle; with an even number of values take the point halfway
            between the two in the middle. Half of the dots lie above and half below. A single
            strange week does not pull it, as it would pull an average (1).</p>
            <p>Ten or more baseline dots make the rules below more trustworthy (1). If you have
            fewer, begin anyway and read with care. Once you start to test changes, freeze the
            median of the baseline and carry it forward as a dashed line. Old data are compared
            with new data that way, and the change does not hide itself by moving the
            line.</p>"""),
    ),
]

EXAMPLE = [
    ("heading", {"text": "A worked example", "level": "h2"}),
    (
        "paragraph",
        prose("""<p>The numbers that follow are an <b>arithmetic illustration</b>. They come from no
            facility. A team counts how many of twenty babies a week have their temperature
            recorded within one hour of birth. From week 11 a thermometer hangs on every birth
            trolley.</p>"""),
    ),
    ("table", WEEKS_TABLE),
    (
        "paragraph",
        prose("""<p>In order, the ten baseline values are 40, 40, 45, 45, 50, 50, 55, 55, 60 and 60.
            The fifth and the sixth are both 50, so the median is 50. In weeks 1 to 10 the dots go
            up and down around it. From week 11 to week 16 six dots in a row lie above it: in week
            16 the team has its signal, and the later dots confirm it.</p>"""),
    ),
    (
        "image",
        {
            "image": "run-chart",
            "alt_text": prose("""A run chart of twenty weeks. Ten dots vary between 40 and 60 around
                a dashed median of 50. After an arrow in week 11 all ten dots lie above the median
                and reach 80 in week 20."""),
            "caption": "The illustration as a run chart: the arrow marks the change in week 11.",
        },
    ),
]

DECISION = [
    ("heading", {"text": "Four patterns that mean something", "level": "h2"}),
    (
        "paragraph",
        prose("""<p>Dots that lie exactly on the median neither make nor break a shift: leave them
            out of the count. For a trend, count repeated equal values once (1).</p>"""),
    ),
    (
        "table",
        {
            "caption": "Reading a run chart",
            "data": [
                ["Pattern", "What you see", "What to ask"],
                [
                    "Shift",
                    "Six or more dots in a row, all above or all below the median",
                    "What changed when the row began? Can we keep it?",
                ],
                [
                    "Trend",
                    "Five or more dots in a row, all going up or all going down",
                    "What moves slowly: training, staffing, supplies?",
                ],
                [
                    "Too many or too few runs",
                    "The line crosses the median far more or far less often than chance allows",
                    "Are two different processes mixed on one chart?",
                ],
                [
                    "Astronomical point",
                    "One dot that everyone agrees is far away from the rest",
                    "What happened that week? Is the count right?",
                ],
            ],
        },
    ),
    (
        "paragraph",
        prose("""<p>A run is one or more dots in a row on the same side of the median. The limits
            for the number of runs stand in a table in the article by Perla and colleagues (1).</p>
            <p>No rule is perfect. In simulations shifts and crossings of the median found real
            changes well, while the trend rule was of little use (15). Other work shows that adding
            more rules brings more false alarms as well (16). So agree on your rules before you
            look, trust a shift most, and take a trend as a question.</p>"""),
    ),
    (
        "callout",
        {
            "kind": "warning",
            "title": "A signal is not a cause",
            "text": prose("""The chart says that something changed, not why. Your arrows and notes,
                and what colleagues and mothers tell you, make the link between the change and the
                shift."""),
        },
    ),
    ("heading", {"text": "From the chart to a decision", "level": "h2"}),
    (
        "paragraph",
        prose("""<p>Put the chart on the table at each meeting and decide within five minutes.</p>
            <ol><li><b>A shift in the good direction:</b> keep the change, widen the test, and plan
            how to sustain it. When the new level has held, calculate a new median from the dots
            since the shift.</li>
            <li><b>No signal yet:</b> was the change really carried out? If yes for six dots or
            more, adapt it or try another idea. If no, remove what stood in the way.</li>
            <li><b>A shift in the bad direction:</b> stop and look at once. Did another change do
            harm?</li>
            <li><b>One far point:</b> find out what happened that week. Do not change the process
            because of one dot.</li></ol>
            <p>The chart is the “study” of plan, do, study, act. Reviews of published projects found
            that frequent data were often missing and that tests seldom built on one another
            (17, 18). Those who teach the method say the same: a test without a prediction and
            without data is only a try (19). Write down what you expect the next six dots to do
            before you begin; then the chart can surprise you.</p>"""),
    ),
    ("heading", {"text": "Mistakes that are easy to make", "level": "h2"}),
    (
        "paragraph",
        prose("""<ul><li><b>Redrawing the median each week.</b> The line then follows the dots and
            the signal disappears.</li>
            <li><b>Joining different places in one line.</b> Day and night, or two wards, may each
            need their own chart.</li>
            <li><b>Changing the definition halfway.</b> If you must, draw a vertical line and start
            a new median.</li>
            <li><b>Stretching the axis.</b> A scale from 48 to 52 turns chance into mountains.</li>
            <li><b>Charts for visitors.</b> A chart in the office teaches nobody; hang it where the
            work is done.</li></ul>"""),
    ),
    ("heading", {"text": "When you need more", "level": "h2"}),
    (
        "paragraph",
        prose("""<p>With twenty or more dots, or when many wards compare themselves, a control chart
            adds limits that describe how far ordinary variation reaches (4). Ask a coach the first
            time. When you write your work up, show the data over time; the SQUIRE 2.0 guidelines
            ask how you studied the intervention and what happened as it unfolded (20). And before
            you share a chart, make sure that no patient can be recognised in its notes.</p>
            <p>Measuring is not the aim. Keep the chart as simple as the decision it serves, and
            stop a measure that no longer changes what you do.</p>"""),
    ),
]

CITED = [
    references.RUN_CHART,
    references.DATA_GUIDE,
    references.IMPROVEMENT_GUIDE,
    references.CONTROL_CHARTS,
    references.POCQI_LEARNER,
    references.WHO_STANDARDS,
    references.DONABEDIAN,
    references.SUCROSE,
    references.KMC_AURANGABAD,
    references.KMC_KARNATAKA,
    references.DONOR_MILK,
    references.MILK_DONATION,
    references.NICU_ANTIBIOTICS,
    references.THREE_FACES,
    references.RUN_CHART_RULES,
    references.CONTROL_CHART_RULES,
    references.PDSA_REVIEW,
    references.PDSA_EFFECTS,
    references.PDSA_PRIMER,
    references.SQUIRE,
]

RUN_CHARTS = guide(
    "run-charts-for-ward-teams",
    "Run charts for ward teams: from a tally sheet to a decision",
    prose("""How to count care on the ward, draw a run chart by hand, find the median, recognise a
        real change and decide what to do next. With a worked example and twenty references."""),
    pocqi_step=2,
    lead_image="pocqi-step-2",
    source_name="",
    topics=["measurement", "quality-improvement-basics"],
    settings=["labour-room", "newborn-unit", "postnatal-ward", "paediatric-ward"],
    audiences=["nurses", "midwives", "doctors", "qi-coaches", "students"],
    methods=["run-chart", "pdsa", "pocqi"],
    body=[*START, *EXAMPLE, *DECISION, ("references", CITED)],
)
