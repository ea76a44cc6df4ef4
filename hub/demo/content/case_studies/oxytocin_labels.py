"""A case that did not work: near misses with two strengths of oxytocin."""

from ..prose import prose
from .common import illustrative

OXYTOCIN_LABELS = illustrative(
    "bright-labels-on-the-wrong-problem",
    "Bright labels on the wrong problem: oxytocin near misses",
    prose("""A labour room puts coloured labels on ampoules that look alike. The reports of near
        misses stop, the mix-ups do not. A made-up case about trusting a silence, and about asking
        people to look harder."""),
    [
        "What would you see, on your ward, if people stopped reporting near misses?",
        "Which of our changes ask people to be more careful, and which make the error harder?",
        "Who outside the ward decides what lies in our medicine tray, and have we met them?",
    ],
    topics=["labour-and-birth", "quality-improvement-basics", "teamwork"],
    settings=["labour-room", "operating-theatre"],
    audiences=["nurses", "midwives", "doctors", "facility-managers", "qi-coaches"],
    methods=["fishbone", "five-whys", "pdsa"],
    context=prose("""<p>Imagine a labour room that gives oxytocin after every birth. The hospital
        buys it in two strengths, from whichever supplier is cheapest that season. Both kinds come
        in small clear ampoules with fine print, and both lie in the same tray in the
        refrigerator.</p>
        <p>The ward, its people and their story are made up for teaching.</p>"""),
    problem=prose("""<p>More than once a nurse draws up the wrong strength, and a colleague who
        reads the ampoule aloud catches it in time. No woman is harmed. The nurses begin to write
        these near misses in a book, and they agree that the ampoules look too much alike.</p>"""),
    change=prose("""<p>The team decides in its first meeting. Everybody likes the idea of coloured
        labels, red for the stronger ampoule and green for the weaker one. A poster explains the
        colours, and each shift is told to look twice.</p>
        <p>Nobody tests the labels on one shift first. Nobody asks the pharmacy, which orders the
        ampoules. The measure is the number of near misses in the book.</p>"""),
    result=prose("""<p>In the story the book goes quiet, and the team celebrates. Then a student
        nurse asks why the ampoule in her hand has no label. A walk to the refrigerator shows that
        the labels come off in the damp, that the night shift sticks them on by memory, and that a
        new supplier's ampoule has a green cap of its own on the stronger drug.</p>
        <p>Mix-ups still happen. They are no longer written down, because a nurse was blamed in
        front of others for the last one. The silence in the book was fear, and the change had not
        made anything safer.</p>"""),
    outcome="did_not_work",
    lessons=prose("""<ul><li><b>Fewer reports are not fewer events.</b> A count that depends on
        courage falls when people are blamed.</li>
        <li><b>Labels ask people to look harder.</b> They are weak where the work is fast, the light
        poor and the night long.</li>
        <li><b>The cause was further away than the ward.</b> Two strengths in one tray was a
        decision about buying and storing, and those who make it were not in the team.</li>
        <li><b>A change that everybody likes needs a test as much as any other.</b> One shift would
        have shown what the damp does to paper.</li></ul>"""),
    otherwise=prose("""<p>They would bring the pharmacist into the team on the first day and ask
        whether the labour room needs two strengths at all. Until that is decided they would keep
        them in different places, not in different colours.</p>
        <p>They would count something that does not depend on anyone's courage, such as a look into
        the tray at each handover: is what lies here what should lie here? And before anything else
        they would agree, with their leaders, that whoever reports a near miss is thanked.</p>"""),
)
