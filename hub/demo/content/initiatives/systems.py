"""Initiatives that reach across many facilities."""

from ..prose import prose
from .common import initiative, measure

SYSTEMS = [
    initiative(
        "pocqi-framework-india",
        prose("""Development of a framework of intervention strategies for point of care quality
            improvement at different levels of healthcare delivery system in India: initial
            lessons"""),
        prose("""Lessons from carrying point of care quality improvement into ten states of India
            between 2015 and 2020: ten strategies for different levels of the health system, with
            131 facilities, 165 projects and 240 mentors."""),
        [
            "Vikram Datta",
            "Sushil Srivastava",
            "Rahul Garde",
            "Rajesh Mehta",
            "Nigel Livesley",
            "Kedar Sawleshwarkar",
            "Harish Pemde",
            "Suprabha K Patnaik",
            "Ankur Sooden",
            "Mahtab Singh",
            "Susy Sarah John",
            "Jeena Pradeep",
            "Anupa Vig",
            "Achala Kumar",
            "Vivek Singh",
            "Vandana Bhatia",
            "Bishan Singh Garg",
            "Dinesh Baswal",
        ],
        year=2021,
        volume="10",
        issue="Suppl 1",
        pages="e001449",
        facts_source="https://bmjopenquality.bmj.com/content/10/Suppl_1/e001449",
        keywords=["POCQI implementation framework"],
        topics=["quality-improvement-basics", "teamwork"],
        settings=["health-system"],
        audiences=["facility-managers", "qi-coaches", "doctors", "nurses"],
        methods=["pocqi"],
        facility_place="Ten states of India",
        change=prose("""<p>The authors describe ten strategies to support point of care quality
            improvement at different levels of the health system.</p>"""),
        result=prose("""<p>From 2015 to 2020 the work took in 131 facilities in ten states, with 165
            projects and 240 mentors. The population of the area is given as 103 million.</p>"""),
        measures=[
            measure(
                "What the work took in from 2015 to 2020",
                reported=(
                    ("States", "10"),
                    ("Facilities", "131"),
                    ("Projects", "165"),
                    ("Mentors", "240"),
                    ("Population", "103 million"),
                    ("Strategies described", "10"),
                ),
            )
        ],
    ),
]
