"""What our illustrative case studies have in common."""

from ..guides.common import EDITORS, LICENCE


def illustrative(slug: str, title: str, summary: str, questions: list[str], **fields) -> dict:
    """Return the record of a case made up for teaching.

    It has no facility and its result no number, so that nobody can take the story for
    evidence. `questions` are for a team that reads it together.
    """
    asked = "".join(f"<li>{question}</li>" for question in questions)
    record = {
        "slug": slug,
        "title": title,
        "summary": summary,
        "is_illustrative": True,
        "pocqi_step": None,
        "care_level": "secondary",
        "countries": [],
        "contributors": EDITORS,
        "licence": LICENCE,
        "source_name": "",
        "source_url": "",
        "source_id": f"demo:{slug}",
        "body": [
            ("heading", {"text": "Questions to talk about in your team", "level": "h2"}),
            ("paragraph", f"<ol>{asked}</ol>"),
        ],
    }
    return record | fields
