"""A case with mixed results: filling the partograph."""

from ..prose import prose
from .common import illustrative

PARTOGRAPH = illustrative(
    "complete-partographs-that-came-too-late",
    "Complete partographs that came too late",
    prose("""A labour room sets out to fill more partographs, and does. Many are filled after the
        birth. A made-up case about a measure that was met while its purpose was missed."""),
    [
        "Which of our records could be perfect while the care is not?",
        "What would we do differently tonight because of what is on the chart?",
        "Does our measure count the writing, or the decision that the writing is for?",
    ],
    topics=["labour-and-birth", "measurement"],
    settings=["labour-room"],
    audiences=["nurses", "midwives", "doctors", "qi-coaches", "students"],
    methods=["five-whys", "pdsa", "run-chart"],
    team_roles=["midwives"],
    equipment=["partograph-forms"],
    context=prose("""<p>Imagine a busy labour room with few midwives and many women. The partograph,
        a chart of how labour goes forward, should be kept beside each woman and show early when
        help is needed.</p>
        <p>The labour room, its people and their story are made up for teaching.</p>"""),
    problem=prose("""<p>Most partographs in the files are empty or stop after the first entries. A
        review of difficult births finds again and again that a slow labour was recognised late. The
        team writes an aim: nearly every woman shall have a complete partograph.</p>"""),
    change=prose("""<p>A talk for all staff changes little. Then the team asks why, several times
        over. The forms lie in the office; the pens walk away; at the desk there is no light on the
        woman. They hang a board with a form and a pen at each bed, and a senior midwife reads one
        chart aloud at every handover.</p>
        <p>Each week the clerk counts how many files hold a complete partograph, and the number is
        praised in the hospital's meeting.</p>"""),
    result=prose("""<p>In the story the dots rise, and complete partographs become the rule. The
        team is proud until a new doctor compares the ink. On quiet days the entries were made hour
        by hour, and slow labours are indeed talked about sooner. On crowded nights whole curves
        were drawn in one go when the baby was already born, all of them smooth and normal.</p>
        <p>By day, then, care changed. At night only the paper did. The measure could not tell the
        two apart.</p>"""),
    outcome="mixed",
    lessons=prose("""<ul><li><b>What is praised gets produced.</b> The count asked for complete
        forms, and complete forms it got.</li>
        <li><b>A record is a means.</b> The purpose was to see a slow labour in time and to
        act.</li>
        <li><b>Day and night are two processes.</b> One line for both hid that one of them had not
        moved.</li>
        <li><b>Nobody lied for gain.</b> The midwives of the night wrote what was asked of them,
        when they had hands free.</li></ul>"""),
    otherwise=prose("""<p>They would measure closer to the purpose: was an entry made at the time it
        shows, and when the line was crossed, was somebody called? A glance at the charts of the
        women now in labour tells more than any pile of old files.</p>
        <p>They would draw day and night apart. And they would ask the night shift what the smallest
        useful record is when there are more women than hands, before asking for a whole
        one.</p>"""),
)
