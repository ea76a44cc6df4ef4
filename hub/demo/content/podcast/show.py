"""The show, and what its episodes have in common."""

from ..guides.common import EDITORS, LICENCE
from ..prose import prose

SHOW = {
    "slug": "podcast",
    "title": "Small Changes",
    "introduction": prose("""A podcast about quality improvement in maternal, newborn and child
        health, a few minutes at a time. Its words are written by our editors and spoken by a
        speech synthesiser. Each episode has a transcript to read and a small file for slow
        connections."""),
    "search_description": prose("""A short podcast about quality improvement in maternal, newborn
        and child health, with transcripts. Spoken by a speech synthesiser."""),
    "author": "QI Knowledge Hub editors",
    "category": "Health & Fitness:Medicine",
    "copyright_notice": "QI Knowledge Hub editors, CC BY 4.0",
    "cover": "podcast-cover",
}


def episode(slug: str, number: int, title: str, summary: str, **fields) -> dict:
    """Return one episode's record; `fields` add to or replace what episodes have in common.

    `script` is a list of (chapter, lines); a line is (voice, sentence), voice 1 or 2. The
    sound, the transcript and the times of the chapters are made of it by `scripts.speak`.
    """
    record = {
        "slug": slug,
        "title": title,
        "summary": summary,
        "season": 1,
        "episode": number,
        "episode_type": "full",
        "is_synthetic": True,
        "pocqi_step": None,
        "care_level": "",
        "countries": [],
        "contributors": EDITORS,
        "licence": LICENCE,
        "source_name": "",
        "source_url": "",
        "source_id": f"demo:{slug}",
        "settings": ["labour-room", "newborn-unit", "postnatal-ward"],
        "audiences": ["nurses", "midwives", "doctors", "qi-coaches", "students"],
    }
    return record | fields
