"""A case that worked: longer kangaroo mother care with the family."""

from ..prose import prose
from .common import illustrative

KANGAROO_HOURS = illustrative(
    "more-kangaroo-hours-with-the-family",
    "More hours skin to skin: asking the mothers what stands in the way",
    prose("""Staff of a newborn unit believe that mothers do not want to hold their small babies for
        long. They ask the mothers and hear about chairs, hunger and shyness. A made-up case about a
        belief that was wrong, and about what it cost to find out: one afternoon."""),
    [
        "What do we believe about patients and families that we have never asked them?",
        "What makes it hard to sit on our ward for a long time? Has one of us tried?",
        "Whom does our change leave out, and how would we notice?",
    ],
    topics=["kangaroo-mother-care", "newborn-care", "teamwork"],
    settings=["newborn-unit", "postnatal-ward"],
    audiences=["nurses", "doctors", "facility-managers", "qi-coaches"],
    methods=["pocqi", "pareto-chart", "pdsa", "run-chart"],
    team_roles=["nurses"],
    equipment=["reclining-chair"],
    context=prose("""<p>Imagine a unit for small and sick newborns. Every stable small baby could
        lie skin to skin on the mother's chest for many hours of the day. The unit has a poster that
        says so, and a room with benches.</p>
        <p>The unit, its people and their story are made up for teaching.</p>"""),
    problem=prose("""<p>The babies spend most of the day in their cots. In the meeting the reasons
        are quickly found: mothers are tired, mothers are afraid, mothers go home. Nobody in the
        room is a mother of one of these babies.</p>"""),
    change=prose("""<p>A nurse suggests asking. For one afternoon each of the team sits with a
        mother and listens. The reasons are sorted and counted, and put in order on a Pareto chart.
        At the top stand things that nobody had named: the bench has no back, meals are served while
        the baby lies on the chest, men walk through the room.</p>
        <ol><li>A reclining chair is borrowed from another ward and tried with one mother.</li>
        <li>Meals are brought to the chair.</li>
        <li>A curtain is hung, and a gown is sewn that opens in front.</li>
        <li>When the mother wants to sleep or wash, a grandmother, an aunt or the father holds the
        baby.</li></ol>
        <p>Mothers write the hours themselves, on a sheet at the cot.</p>"""),
    result=prose("""<p>In the story the hours grow with each test, fastest after the chairs and the
        curtain. The dots move above the old median and remain there when new families come, because
        mothers show each other how it is done.</p>
        <p>The gain is not the same for all. Mothers who live far away and have children at home
        still leave early, and so do those without a relative near. The sheet at the cot makes this
        visible for the first time.</p>"""),
    outcome="worked",
    lessons=prose("""<ul><li><b>Ask those whose day it is.</b> One afternoon of listening was worth
        more than the reasons of the meeting.</li>
        <li><b>Small comforts are changes.</b> A chair, a meal and a curtain did what the poster
        could not.</li>
        <li><b>The measure was kept by those who gave the care,</b> and they watched it with
        pride.</li>
        <li><b>A good average can leave somebody out.</b> Look at who is below it.</li></ul>"""),
    otherwise=prose("""<p>They would invite a mother into the team from the first meeting. They
        would plan for those who cannot stay: a place to sleep near the unit, a word with the
        family, help with the way home. That problem is next on their list, and it will need the
        hospital's managers at the table.</p>"""),
)
