"""A tool of step 2: the Pareto chart."""

from .. import references
from ..prose import prose
from .common import guide

PARETO = guide(
    "pareto-chart-for-ward-teams",
    "Pareto chart: which causes to begin with",
    prose("""Count causes for a week or two, put the bars in order, add a line for the running
        total, and see whether a few causes make up most of the problem. With a worked example to
        draw by hand."""),
    pocqi_step=2,
    lead_image="pocqi-step-2",
    topics=["measurement", "quality-improvement-basics"],
    settings=["labour-room", "newborn-unit", "postnatal-ward", "paediatric-ward"],
    audiences=["nurses", "midwives", "doctors", "qi-coaches", "students"],
    methods=["pareto-chart", "pocqi"],
    body=[
        (
            "paragraph",
            prose("""<p>A fishbone gives a team many possible causes and no order among them. A
                Pareto chart brings order by counting. Its idea is that often a few causes bring
                about most of a problem, so that work on these few pays most (1, 2).</p>"""),
        ),
        ("heading", {"text": "From tally to chart", "level": "h2"}),
        (
            "steps",
            [
                {
                    "title": "Choose what to count",
                    "text": prose("""Each time the care does not happen, note the main reason. Agree
                        on six or seven reasons and one line for “other”."""),
                },
                {
                    "title": "Count for a week or two",
                    "text": prose("""Keep the sheet where it happens, and let every shift use it.
                        Thirty to fifty cases show a pattern."""),
                },
                {
                    "title": "Put the reasons in order",
                    "text": "The most frequent first, “other” always last.",
                },
                {
                    "title": "Add up",
                    "text": prose("""Write the running total beside each count and divide it by the
                        sum of all: that is the cumulative share."""),
                },
                {
                    "title": "Draw",
                    "text": prose("""Bars for the counts from left to right. Above them dots for the
                        cumulative share, joined by a line that ends at 100."""),
                },
            ],
        ),
        ("heading", {"text": "A worked example", "level": "h2"}),
        (
            "paragraph",
            prose("""<p>The numbers are an <b>arithmetic illustration</b>, from no facility. A team
                notes forty times why breastfeeding did not begin within the first hour.</p>"""),
        ),
        (
            "table",
            {
                "caption": "Arithmetic illustration: forty reasons, counted and put in order",
                "data": [
                    ["Reason", "Count", "Running total", "Cumulative per cent"],
                    ["Mother and baby were apart", "18", "18", "45"],
                    ["Nobody was free to help", "10", "28", "70"],
                    ["Mother had much pain", "5", "33", "83"],
                    ["Family gave other feeds", "3", "36", "90"],
                    ["Baby was sleepy", "2", "38", "95"],
                    ["Other", "2", "40", "100"],
                ],
            },
        ),
        (
            "image",
            {
                "image": "pareto-chart",
                "alt_text": prose("""A Pareto chart of the six counts 18, 10, 5, 3, 2 and 2. The
                    first two bars are highlighted; the line of the cumulative share climbs from 45
                    to 100 per cent."""),
                "caption": "The illustration as a chart: the first two reasons make 70 per cent.",
            },
        ),
        (
            "paragraph",
            prose("""<p>Two of six reasons make up 70 per cent. The team begins with the first and
                asks why mother and baby are apart. The pain of five mothers is not forgotten; it is
                a matter of care whatever its place in the order.</p>"""),
        ),
        (
            "callout",
            {
                "kind": "note",
                "title": "No law of eighty and twenty",
                "text": prose("""The bars may also come out nearly equal. Then no cause stands out,
                    and it is better to divide the cases in another way, by shift or by place, than
                    to force a choice."""),
            },
        ),
        ("heading", {"text": "Read it with care", "level": "h2"}),
        (
            "paragraph",
            prose("""<ul><li><b>Frequent is not the same as grave.</b> A rare cause that can kill
                comes before a frequent one that annoys.</li>
                <li><b>A chart is as good as its reasons.</b> If “other” is the tallest bar, go back
                and listen.</li>
                <li><b>Count again after the change.</b> The first bar should have become shorter.
                Whether care as a whole is better, the run chart tells (3).</li></ul>"""),
        ),
        (
            "references",
            [references.POCQI_LEARNER, references.PARETO_GUIDE, references.RUN_CHART],
        ),
    ],
)
