"""Abbreviations and other expressions for what the demo's pages speak of, for search.

The names are translated with the demo's terms, wherever these have them.
"""

VOCABULARY = [
    {
        "name": "Kangaroo mother care",
        "alternatives": ["KMC", "skin-to-skin contact", "skin-to-skin care"],
    },
    {
        "name": "Newborn unit (NICU, SNCU)",
        "alternatives": [
            *("NICU", "neonatal intensive care unit"),
            *("SNCU", "special newborn care unit", "sick newborn care unit"),
        ],
    },
    {"name": "Antenatal care", "alternatives": ["ANC", "prenatal care"]},
    {"name": "Labour room", "alternatives": ["delivery room"]},
    {"name": "Plan, do, study, act", "alternatives": ["PDSA", "PDSA cycle"]},
    {"name": "Point of Care Quality Improvement", "alternatives": ["POCQI"]},
    {"name": "Fishbone diagram", "alternatives": ["cause-and-effect diagram", "Ishikawa diagram"]},
    {"name": "Five whys", "alternatives": ["5 whys"]},
    {"name": "Process flow chart", "alternatives": ["process map", "flow diagram"]},
]
