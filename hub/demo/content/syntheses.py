"""What the demo's published initiatives say together, as far as their records go."""

from datetime import date

from .guides.common import EDITORS, LICENCE
from .prose import prose

SYNTHESES = [
    {
        "slug": "what-teams-report-in-newborn-care",
        "title": "What improvement teams report in the care of newborns",
        "summary": prose("""What the published initiatives on this hub report when teams set out to
            improve the care of newborns: those that worked, and those that did not."""),
        "pocqi_step": None,
        "care_level": "",
        "countries": [],
        "contributors": EDITORS,
        "licence": LICENCE,
        "source_name": "",
        "source_url": "",
        "source_id": "demo:what-teams-report-in-newborn-care",
        "topics": ["newborn-care"],
        "settings": [],
        "audiences": ["qi-coaches", "facility-managers", "doctors", "nurses"],
        "methods": [],
        "changes": [
            (
                "Several places learned together in a collaborative",
                [
                    "kangaroo-mother-care-six-centres",
                    "safe-care-saving-lives-evaluation",
                    "equip-tanzania-and-uganda",
                ],
            ),
            (
                "Teams used point of care quality improvement (POCQI)",
                ["sucrose-for-newborn-pain", "care-of-newborns-after-birth"],
            ),
        ],
        "certainty": "very_low",
        "certainty_reason": prose("""The demo's own reading of these records, no systematic review.
            The records that worked tell of one place each, with no other to compare it with. Three
            records compare with places that did without: one found no evidence of an effect, and
            two improved only some of what they aimed for. What was tried and counted differs from
            record to record."""),
        "certainty_by": "QI Knowledge Hub editors",
        "certainty_on": date(2026, 11, 22),
        "body": [
            ("heading", {"text": "How to read this", "level": "h2"}),
            (
                "paragraph",
                prose("""<p>A record that worked in one place says what is possible, not what will
                    happen elsewhere. Read those that did not work with the same care: they
                    tell where the same idea did not help.</p>"""),
            ),
        ],
    }
]
