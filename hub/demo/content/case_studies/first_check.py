"""A case that worked: the first check of mother and baby after the labour room."""

from ..prose import prose
from .common import illustrative

FIRST_CHECK = illustrative(
    "the-first-check-that-nobody-owned",
    "The first check after birth that nobody owned",
    prose("""Between labour room and postnatal ward each side thinks that the other has looked at
        mother and baby. A team walks the way with a mother and turns the handover into the check. A
        made-up case about finding the gap before filling it."""),
    [
        "Where does a mother in our hospital pass from one team to another, and who looks at her?",
        "When did we last walk a patient's way ourselves, at night as well as by day?",
        "Which balancing measure would show that our change made something else worse?",
    ],
    topics=["labour-and-birth", "newborn-care", "teamwork"],
    settings=["labour-room", "postnatal-ward"],
    audiences=["nurses", "midwives", "doctors", "qi-coaches"],
    methods=["pocqi", "process-flow-chart", "pdsa", "run-chart"],
    team_roles=["nurses", "midwives"],
    context=prose("""<p>Imagine a postnatal ward one floor above the labour room. Mothers and babies
        arrive at all hours, sometimes several together. A ward nurse should check both soon after
        they come: bleeding, womb, blood pressure and pulse of the mother; breathing, warmth and
        feeding of the baby.</p>
        <p>The ward, its people and their story are made up for teaching.</p>"""),
    problem=prose("""<p>One evening it is a grandmother, not a nurse, who notices that a mother is
        bleeding. The mother is treated in time. When the team reads back through the register, the
        time of the first check is often missing, and where it is written it is often late, most of
        all in the evening.</p>
        <p>The first explanation is that the ward is short of nurses. It may be, but that is not
        something the team can change next week.</p>"""),
    change=prose("""<p>A midwife and a ward nurse walk the way of a mother together and draw it. The
        labour room counts the check before the transfer as the first one. The ward counts the same
        check as the labour room's business. Between the two doors nobody looks at all.</p>
        <ol><li><b>Test with one mother:</b> the midwife comes along, and both look at mother and
        baby at the bedside. The handover is the check.</li>
        <li><b>Test on every day shift:</b> the time is written at once, by the two who stand there,
        with the time of the next check beside it.</li>
        <li><b>Test at night:</b> the only midwife cannot leave. The test fails. They adapt it: the
        support worker brings mother and baby, the midwife telephones, and the ward nurse checks
        before she sits down.</li></ol>"""),
    result=prose("""<p>In the story the late checks become rare, by day first, and at night once the
        night version is found. On the run chart the dots move to the better side of the old median
        and stay there after the weekly meetings have ended. The wait in the labour room, which the
        team watched as its balancing measure, does not grow.</p>
        <p>Whether fewer mothers came to harm nobody can say. Such events are too rare for the chart
        of one ward.</p>"""),
    outcome="worked",
    lessons=prose("""<ul><li><b>Draw the way before you judge the people.</b> Everyone did their
        part; the gap lay between the parts.</li>
        <li><b>Use a moment that exists.</b> The handover happened anyway. Making it the check added
        little work.</li>
        <li><b>A test that fails at night is worth having.</b> It gave the night its own
        version.</li>
        <li><b>Families see what staff do not.</b> The grandmother knew first.</li></ul>"""),
    otherwise=prose("""<p>They would test at night from the first week, because the night is where
        the gap was widest. And they would tell each mother and her family what to look for and whom
        to call, so that the grandmother need not find out by chance.</p>"""),
)
