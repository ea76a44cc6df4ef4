"""A tool of step 1: the prioritisation matrix."""

from .. import references
from ..prose import prose
from .common import guide

PRIORITIES = guide(
    "prioritisation-matrix",
    "Prioritisation matrix: choose one problem together",
    prose("""A table and twenty minutes help a team to choose its first problem openly, instead of
        following the loudest voice. With a worked example and the questions that matter more than
        the sum."""),
    pocqi_step=1,
    lead_image="pocqi-step-1",
    topics=["quality-improvement-basics", "teamwork"],
    settings=["labour-room", "newborn-unit", "postnatal-ward", "paediatric-ward"],
    audiences=["nurses", "midwives", "doctors", "facility-managers", "qi-coaches"],
    methods=["pocqi"],
    body=[
        (
            "paragraph",
            prose("""<p>Every ward has more problems than hands. A team that starts with five of
                them finishes none; a team that takes the problem of the loudest voice loses the
                others. In step 1 of POCQI the team compares its problems on a few marks that all
                can see (1).</p>"""),
        ),
        ("heading", {"text": "Four marks", "level": "h2"}),
        (
            "table",
            {
                "caption": "What to ask of each problem",
                "data": [
                    ["Mark", "One point", "Five points"],
                    ["Matters to patients", "A nuisance", "Harm, or suffering, or fear"],
                    ["Ours to change", "Needs others far away", "The ward can act this week"],
                    ["Can be counted", "No record, hard to see", "In the register every day"],
                    ["Small enough", "Many wards, many months", "One place, some weeks"],
                ],
            },
        ),
        ("heading", {"text": "Twenty minutes", "level": "h2"}),
        (
            "steps",
            [
                {
                    "title": "List",
                    "text": prose("""Collect problems from registers, from complaints and from
                        mothers. Keep at most six, each as one plain fact."""),
                },
                {
                    "title": "Give points alone",
                    "text": prose("""Each person fills in the table in silence, one to five points
                        for each mark. So nobody follows the most senior."""),
                },
                {
                    "title": "Lay the tables side by side",
                    "text": prose("""Do not average at once. Look where the points lie far apart and
                        let both sides explain."""),
                },
                {
                    "title": "Choose",
                    "text": prose("""Add up and look at the two at the top. Take the one that the
                        people who must do the work want to take."""),
                },
                {
                    "title": "Keep the list",
                    "text": "Date it. The next problem is waiting there when this one is done.",
                },
            ],
        ),
        ("heading", {"text": "An example", "level": "h2"}),
        (
            "table",
            {
                "caption": "Arithmetic illustration, no real facility",
                "data": [
                    ["Problem", "Matters", "Ours", "Counted", "Small", "Sum"],
                    ["Babies cold after one hour", "5", "5", "4", "4", "18"],
                    ["First check late at night", "5", "4", "3", "4", "16"],
                    ["Empty partographs", "4", "4", "5", "3", "16"],
                    ["Too few beds", "5", "1", "5", "1", "12"],
                    ["Noise in visiting hours", "2", "4", "2", "4", "12"],
                ],
            },
        ),
        (
            "paragraph",
            prose("""<p>The beds have as many points for patients as the cold babies, but the ward
                cannot make beds. They belong on the desk of somebody who can. Between the second
                and the third the sum does not decide, and it need not: the team talks.</p>"""),
        ),
        (
            "callout",
            {
                "kind": "warning",
                "title": "Danger goes first",
                "text": prose("""If something on the list can harm a mother or a baby today, deal
                    with it today. A table of points is for choosing a project, not for putting off
                    what is urgent."""),
            },
        ),
        ("heading", {"text": "When the sum misleads", "level": "h2"}),
        (
            "paragraph",
            prose("""<p>Points look exact and are opinions. A problem that nobody records gets few
                points for counting and may still be the gravest; then the first project can be to
                make it visible. What families suffer most is often missing from the list, because
                no family was asked. And the same problem winning every year, without a project, is
                a finding too. The WHO standards for care of mothers and newborns help to see what
                nobody has named yet (2).</p>"""),
        ),
        ("references", [references.POCQI_LEARNER, references.WHO_STANDARDS]),
    ],
)
