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
        "slug": "initiatives",
        "title": "Published initiatives",
        "holds": "initiative",
        "introduction": prose("""Quality improvement work that teams have carried out and published.
            Each summary states only what the published record reports, and leads to the
            original paper."""),
    },
]

ABOUT = {
    "title": "About this hub",
    "text": prose("""This hub shares methods and experience of quality improvement freely. Our own
        texts may be copied, adapted and translated under the licence named on each page. They
        support, and never replace, national guidelines and clinical judgement. Translations into
        Hindi and Arabic are drafts and wait for review by native speakers."""),
}

FOOTER = prose("""Our own texts are free to share and adapt with credit (CC BY 4.0). They do not
    replace national guidelines or clinical judgement.""")
