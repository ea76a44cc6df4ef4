"""Texts of the home page and of the library's sections."""

from .prose import prose

HOME = {
    "slug": "home",
    "title": "QI Knowledge Hub",
    "introduction": prose("""Practical guides and published experience of quality improvement in
        maternal, newborn and child health, for those who give care and those who support them.
        Read here, try it on your ward, and come back with what you learned."""),
    "search_description": prose("""Guides and published initiatives of quality improvement in
        maternal, newborn and child health."""),
}

SECTIONS = [
    {
        "slug": "guides",
        "title": "Guides",
        "holds": "guide",
        "introduction": prose("""Short, practical guides to the methods of quality improvement, in
            the order of the four POCQI steps. Each one can be read in a tea break and used in the
            same shift."""),
    },
    {
        "slug": "case-studies",
        "title": "Case studies",
        "holds": "case_study",
        "introduction": prose("""Stories to learn from and to talk about in the team: what a ward
            met, what it changed, what came of it and what it would do otherwise. Some are made up
            for teaching, and say so. Those that failed are told with as much care as those that
            worked."""),
    },
    {
        "slug": "initiatives",
        "title": "Published initiatives",
        "holds": "initiative",
        "introduction": prose("""Quality improvement work that teams have carried out and published.
            Each summary states only what the published record reports, and leads to the
            original paper."""),
    },
    {
        "slug": "syntheses",
        "title": "Syntheses",
        "holds": "synthesis",
        "introduction": prose("""What the published initiatives on one topic say together: how they
            came out, what they changed, what they report, and how certain that is. The counts
            change with the records."""),
    },
]
