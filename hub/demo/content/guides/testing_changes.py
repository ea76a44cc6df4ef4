"""POCQI step 3."""

from .. import references
from ..prose import prose
from .common import guide

TEST_CHANGES = guide(
    "develop-and-test-changes",
    "Step 3: Develop and test changes",
    prose("""From causes to ideas, and from one idea to a small test with one nurse, one shift, one
        mother: how to learn quickly and safely with plan, do, study, act."""),
    pocqi_step=3,
    lead_image="pocqi-step-3",
    topics=["quality-improvement-basics", "teamwork"],
    settings=["labour-room", "newborn-unit", "postnatal-ward"],
    audiences=["nurses", "midwives", "doctors", "qi-coaches"],
    methods=["pocqi", "pdsa", "driver-diagram"],
    body=[
        (
            "paragraph",
            prose("""<p>Every improvement is a change, but not every change is an improvement. Step
                3 of POCQI tests ideas while they are still small enough to be wrong without
                harm (1).</p>"""),
        ),
        ("heading", {"text": "From causes to ideas", "level": "h2"}),
        (
            "paragraph",
            prose("""<p>Take the causes you found in step 2 and ask the whole team for ideas, the
                youngest first. Prefer ideas that change the work over ideas that ask people to try
                harder. In rising strength:</p>
                <ol><li>remind and teach: a talk, a poster;</li>
                <li>make it visible: a checklist, a chart at the bedside;</li>
                <li>make it easy: supplies where the hands are, one form in place of two;</li>
                <li>make it the normal way: the right action happens unless someone decides
                otherwise.</li></ol>"""),
        ),
        ("heading", {"text": "Test with plan, do, study, act", "level": "h2"}),
        (
            "steps",
            [
                {
                    "title": "Plan",
                    "text": prose("""Write the question, what you expect to see, who tests, where
                        and when, and what you will record."""),
                },
                {
                    "title": "Do",
                    "text": "Carry out the test and note what surprised you.",
                },
                {
                    "title": "Study",
                    "text": "Compare what happened with what you expected.",
                },
                {
                    "title": "Act",
                    "text": prose("""Adopt the idea, adapt it and test again, or abandon it. All
                        three are good results."""),
                },
            ],
        ),
        (
            "paragraph",
            prose("""<p>Begin with one: one nurse, one shift, one mother. If it works, test with
                more people and under harder conditions: at night, on a full ward, with someone who
                doubts it.</p>"""),
        ),
        (
            "image",
            {
                "image": "pdsa-ramp",
                "alt_text": prose("""Four circles, each in four quarters and each larger than the
                    one before, climb a slope towards a flag."""),
                "caption": "Tests grow as confidence grows.",
            },
        ),
        (
            "callout",
            {
                "kind": "warning",
                "title": "Safety first",
                "text": prose("""Test only changes that agree with clinical guidelines and that the
                    person responsible for the unit knows about. Stop at once if a mother or a baby
                    could come to harm."""),
            },
        ),
        ("heading", {"text": "Write each test down", "level": "h2"}),
        (
            "paragraph",
            prose("""<p>A review of published projects found that the method is often named and
                seldom followed in full: few reports documented a series of linked cycles, and few
                had data at least every month to guide them (2). Half a page per test protects you
                from that.</p>"""),
        ),
        (
            "table",
            {
                "caption": "A test on half a page",
                "data": [
                    ["Part", "Illustration, no real facility"],
                    ["Question", "Can we place the baby on the mother before the cord is cut?"],
                    ["Prediction", "Yes, if a warm towel lies on the bed before the birth"],
                    ["Test", "One midwife, the next two births, Tuesday morning"],
                    ["What we saw", "Done at both births; the towel was hard to find once"],
                    ["Decision", "Adapt: put towels on the birth trolley, test at night"],
                ],
            },
        ),
        ("heading", {"text": "When is a test finished?", "level": "h2"}),
        (
            "paragraph",
            prose("""<p>When the change has worked on different days, with different people, and the
                run chart has moved and stayed. Then it is time for step 4. If several tests brought
                nothing, go back to step 2: the cause may be another one. Simple words hide real
                work here; testing well needs time and support from leaders (3).</p>"""),
        ),
        (
            "references",
            [references.POCQI_LEARNER, references.PDSA_REVIEW, references.PDSA_PROBLEM],
        ),
    ],
)
