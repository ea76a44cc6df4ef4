"""Programmes that did not, or not wholly, reach their goal, as their evaluations report."""

from ..prose import prose
from .common import initiative, measure

_AUDIENCES = ["facility-managers", "qi-coaches", "doctors", "midwives", "nurses"]

PROGRAMMES = [
    initiative(
        "safe-care-saving-lives-evaluation",
        prose("""Effect of collaborative quality improvement on stillbirths, neonatal mortality and
            newborn care practices in hospitals of Telangana and Andhra Pradesh, India: evidence
            from a quasi-experimental mixed-methods study"""),
        prose("""A collaborative for hospitals in two states of India set out to improve labour
            wards and newborn units. Only 7 of 29 hospitals took part for the whole time, and its
            evaluation found no evidence of an effect on deaths or on care."""),
        [
            "Karen Zamboni",
            "Samiksha Singh",
            "Mukta Tyagi",
            "Zelee Hill",
            "Claudia Hanson",
            "Joanna Schellenberg",
        ],
        journal="Implementation Science",
        year=2021,
        volume="16",
        issue="",
        pages="4",
        doi="10.1186/s13012-020-01058-z",
        pmid="33413504",
        facts_source=(
            "https://implementationscience.biomedcentral.com/articles/10.1186/s13012-020-01058-z"
        ),
        keywords=["quality improvement collaborative", "neonatal mortality", "stillbirth"],
        topics=["newborn-care", "labour-and-birth", "quality-improvement-basics"],
        settings=["newborn-unit", "labour-room", "health-system"],
        audiences=_AUDIENCES,
        facility_place="Telangana and Andhra Pradesh, India",
        aim=prose("""<p>The programme Safe Care, Saving Lives aimed to improve care in the newborn
            units and labour wards of 60 public and private hospitals, by collaborative quality
            improvement.</p>"""),
        change=prose("""<p>Hospitals joined a quality improvement collaborative. The evaluation
            compared 29 hospitals that took part with 31 that were to follow later, and asked in
            interviews how the programme had been carried out.</p>"""),
        result=prose("""<p>Only 7 of the 29 hospitals were engaged for the whole duration. There was
            no evidence of an effect on stillbirths, on deaths of newborns within 7 or 28 days, or
            on adherence to the practices of care that were targeted.</p>"""),
        outcome="did_not_work",
        measures=[
            measure(
                "Hospitals engaged for the whole duration",
                reported=(("Of 29 hospitals", "7"),),
            ),
            measure(
                "Stillbirths and deaths of newborns",
                kind="outcome",
                better="lower",
                reported=(("Effect", "no evidence of an effect"),),
            ),
        ],
    ),
    initiative(
        "better-birth-safe-childbirth-checklist",
        "Outcomes of a Coaching-Based WHO Safe Childbirth Checklist Program in India",
        prose("""Coaching with the WHO Safe Childbirth Checklist raised adherence to essential
            practices in Uttar Pradesh, but deaths of mothers and babies and severe complications
            did not become fewer."""),
        [
            "Katherine E.A. Semrau",
            "Lisa R. Hirschhorn",
            "Megan Marx Delaney",
            "Vinay P. Singh",
            "Rajiv Saurastri",
            "Narender Sharma",
            "Danielle E. Tuller",
            "Rebecca Firestone",
            "Stuart Lipsitz",
            "Neelam Dhingra-Kumar",
            "Bhalachandra S. Kodkany",
            "Vishwajeet Kumar",
            "Atul A. Gawande",
            "BetterBirth Trial Group",
        ],
        journal="New England Journal of Medicine",
        year=2017,
        volume="377",
        issue="24",
        pages="2313-2324",
        doi="10.1056/NEJMoa1701075",
        pmid="29236628",
        facts_source="https://www.nejm.org/doi/10.1056/NEJMoa1701075",
        keywords=["safe childbirth checklist", "coaching", "perinatal mortality"],
        topics=["labour-and-birth", "newborn-care", "quality-improvement-basics"],
        settings=["labour-room", "health-system"],
        audiences=_AUDIENCES,
        facility_place="Uttar Pradesh, India",
        problem=prose("""<p>More and more births take place in facilities, yet gaps in the quality
            of care remain and mortality is high.</p>"""),
        aim=prose("""<p>To reduce deaths of babies around birth, deaths of mothers and severe
            complications of mothers within seven days.</p>"""),
        change=prose("""<p>Over eight months coaches helped birth attendants to use the checklist. A
            randomised trial compared 60 pairs of facilities in 24 districts, with 157,689 women
            enrolled.</p>"""),
        result=prose("""<p>Adherence to the essential practices was 72.8% with coaching and 41.7%
            without it after two months, and 61.7% and 43.9% after twelve months. Deaths or severe
            complications occurred in 15.1% and 15.3%: no significant difference.</p>"""),
        outcome="mixed",
        measures=[
            measure(
                "Adherence to essential practices",
                unit="%",
                better="higher",
                reported=(
                    ("With coaching, after two months", "72.8%"),
                    ("Without it", "41.7%"),
                    ("With coaching, after twelve months", "61.7%"),
                    ("Without it", "43.9%"),
                ),
            ),
            measure(
                "Deaths or severe complications",
                kind="outcome",
                unit="%",
                better="lower",
                reported=(("With coaching", "15.1%"), ("Without it", "15.3%")),
            ),
        ],
    ),
    initiative(
        "equip-tanzania-and-uganda",
        prose("""Effects of the EQUIP quasi-experimental study testing a collaborative quality
            improvement approach for maternal and newborn health care in Tanzania and Uganda"""),
        prose("""Quality improvement teams in districts, facilities and communities of Tanzania and
            Uganda improved one of four primary outcomes: the medicine against bleeding right after
            birth. The other three showed no evidence of improvement."""),
        [
            "P. Waiswa",
            "F. Manzi",
            "G. Mbaruku",
            "A. K. Rowe",
            "M. Marx",
            "G. Tomson",
            "T. Marchant",
            "B. A. Willey",
            "J. Schellenberg",
            "S. Peterson",
            "C. Hanson",
            "EQUIP study team",
        ],
        journal="Implementation Science",
        year=2017,
        volume="12",
        issue="",
        pages="89",
        doi="10.1186/s13012-017-0604-x",
        pmcid="PMC5516352",
        facts_source=(
            "https://implementationscience.biomedcentral.com/articles/10.1186/s13012-017-0604-x"
        ),
        keywords=["quality improvement collaborative", "report cards", "uterotonics"],
        topics=["labour-and-birth", "newborn-care", "measurement"],
        settings=["community", "labour-room", "health-system"],
        audiences=_AUDIENCES,
        methods=["pdsa"],
        countries=["TZ", "UG"],
        facility_place="Tanzania and Uganda",
        aim=prose("""<p>More births in health facilities, breastfeeding within one hour after birth,
            oxytocin after birth, and knowledge of danger signs for mothers and babies.</p>"""),
        change=prose("""<p>Teams tested changes that they chose themselves. Report cards, made from
            continuous surveys of households and facilities, supported them. In each country one
            district was compared with another.</p>"""),
        result=prose("""<p>The share of births after which the mother received a medicine against
            bleeding within one minute rose by 26 percentage points in Tanzania and by 8 in Uganda,
            compared with the other district. The other primary outcomes showed no evidence of
            improvement.</p>"""),
        outcome="mixed",
        measures=[
            measure(
                "Mothers who received a medicine against bleeding within one minute of the birth",
                better="higher",
                reported=(
                    ("Rise in Tanzania", "26 percentage points"),
                    ("Rise in Uganda", "8 percentage points"),
                ),
            )
        ],
    ),
]
