"""A tool of step 3: the PDSA worksheet."""

from .. import references
from ..prose import prose
from .common import guide

PDSA_WORKSHEET = guide(
    "pdsa-worksheet",
    "PDSA worksheet: one test on one page",
    prose("""What to write before, during and after a small test, so that a team learns from it even
        when it fails, and the next test builds on the last. With a filled-in example to copy."""),
    pocqi_step=3,
    lead_image="pocqi-step-3",
    topics=["quality-improvement-basics", "measurement"],
    settings=["labour-room", "newborn-unit", "postnatal-ward", "paediatric-ward"],
    audiences=["nurses", "midwives", "doctors", "qi-coaches", "students"],
    methods=["pdsa", "pocqi"],
    body=[
        (
            "paragraph",
            prose("""<p>Plan, do, study, act is easy to say. Written down it becomes a method: a
                prediction that can turn out wrong is what makes a try into a test (1). A review of
                published projects found few that documented a series of linked cycles (2). One page
                for each test is enough to do better.</p>"""),
        ),
        (
            "image",
            {
                "image": "pdsa-cycle",
                "alt_text": prose("""A circle of four quarters with a pencil, a tick, a chart and a
                    fork in the way; two smaller circles come before it."""),
                "caption": "Plan, do, study, act, and again: each test larger than the last.",
            },
        ),
        ("heading", {"text": "The page", "level": "h2"}),
        (
            "table",
            {
                "caption": "What to write, and when",
                "data": [
                    ["Part", "When", "Write down"],
                    ["Aim", "Once", "The sentence from step 1, and the number of this test"],
                    ["Plan", "Before", "Question, prediction, who, where, when, what to count"],
                    ["Do", "During", "What was done, what was not, what surprised you"],
                    ["Study", "Same day", "What you counted, beside what you predicted"],
                    ["Act", "Same day", "Adopt, adapt or abandon, and the next question"],
                ],
            },
        ),
        ("heading", {"text": "Two tests in a row", "level": "h2"}),
        (
            "table",
            {
                "caption": "Illustration, no real facility: the second test grows from the first",
                "data": [
                    ["Part", "Test 1", "Test 2"],
                    [
                        "Question",
                        "Can the check be done at the bedside handover?",
                        "Can it be done so at night?",
                    ],
                    [
                        "Prediction",
                        "Yes, and it takes no more than five minutes",
                        "Only if someone stays in the labour room",
                    ],
                    ["Who and when", "One midwife, one mother, Tuesday", "One night, two mothers"],
                    ["What we saw", "Done; it took eight minutes", "The midwife could not leave"],
                    ["Decision", "Adapt: prepare the form before", "Adapt: ward nurse checks"],
                ],
            },
        ),
        (
            "paragraph",
            prose("""<p>Neither prediction came true, and both tests were good: each cost one shift
                and changed the next plan.</p>"""),
        ),
        ("heading", {"text": "How large, how long?", "level": "h2"}),
        (
            "paragraph",
            prose("""<p>The less sure you are, and the more a mistake would cost, the smaller the
                test. Begin with one nurse, one shift, one mother. Grow when a test has gone as
                predicted: other people, other hours, a full ward. A test should end with the shift
                or the day, so that the page is filled in while everyone remembers. What runs for
                weeks is no longer a test but a change, and its place is on the run chart.</p>"""),
        ),
        (
            "callout",
            {
                "kind": "tip",
                "title": "Three good endings",
                "text": prose("""Adopted, adapted, abandoned: file all three. The abandoned ones
                    save the next team a month."""),
            },
        ),
        ("heading", {"text": "Signs that it is PDSA in name only", "level": "h2"}),
        (
            "paragraph",
            prose("""<p>A primer asks for cycles in practice, not just in name (3). Look for these
                signs:</p>
                <ul><li>the page was filled in afterwards, all parts with the same pen;</li>
                <li>there is no prediction, or one that cannot fail;</li>
                <li>the first test was the whole ward for three months;</li>
                <li>nothing was counted;</li>
                <li>every test ended with “adopt”.</li></ul>"""),
        ),
        (
            "references",
            [references.IMPROVEMENT_GUIDE, references.PDSA_REVIEW, references.PDSA_PRIMER],
        ),
    ],
)
