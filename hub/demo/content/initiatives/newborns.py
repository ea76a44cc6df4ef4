"""Initiatives in the care of newborns."""

from ..prose import prose
from .common import initiative, measure

NEWBORNS = [
    initiative(
        "kangaroo-mother-care-teaching-hospital",
        "Quality improvement in Kangaroo Mother Care: learning from a teaching hospital",
        prose("""A government teaching hospital in Aurangabad, Maharashtra, raised one-hour kangaroo
            mother care from 20% to 100%, and six-hour kangaroo mother care from 30% to 80%."""),
        ["Amol Joshi", "Atul Londhe", "Trupti Joshi", "Laxmikant Deshmukh"],
        year=2022,
        volume="11",
        issue="Suppl 1",
        pages="e001459",
        facts_source="https://bmjopenquality.bmj.com/content/11/Suppl_1/e001459",
        keywords=["kangaroo mother care"],
        topics=["kangaroo-mother-care", "newborn-care"],
        settings=["newborn-unit"],
        facility_name="Government Medical College and Hospital",
        facility_place="Aurangabad, Maharashtra, India",
        problem=prose("""<p>At the start one-hour kangaroo mother care stood at 20% and six-hour
            kangaroo mother care at 30%.</p>"""),
        result=prose("""<p>One-hour kangaroo mother care rose to 100%, and six-hour kangaroo mother
            care to 80%.</p>"""),
        outcome="worked",
        measures=[
            measure(
                "One-hour kangaroo mother care",
                better="higher",
                reported=(("At the start", "20%"), ("Reached", "100%")),
            ),
            measure(
                "Six-hour kangaroo mother care",
                better="higher",
                reported=(("At the start", "30%"), ("Reached", "80%")),
            ),
        ],
    ),
    initiative(
        "kangaroo-mother-care-six-centres",
        prose("""Sustaining extended Kangaroo mother care in stable low birthweight babies in NICU:
            a quality improvement collaborative of six centres of Karnataka"""),
        prose("""Six centres in Karnataka worked together for 53 weeks to extend kangaroo mother
            care for stable babies of low birth weight, from 1.5 hours to above 4 hours per baby per
            day."""),
        [
            "Raksha Murthy",
            "Anil Kallesh",
            "Abhishek Somasekhara Aradhya",
            "Shruthi K Bharadwaj",
            "Praveen Venkatagiri",
            "Meena Jagadish",
            "Poornachandra Rao",
            "Divya Chandramouli",
            "Doddarangaiah Hema",
            "S N Chaithra",
            "Hellan Glory",
            "Jayashree Purkayastha",
            "KMC QI Collaboration of Karnataka",
        ],
        year=2023,
        volume="12",
        issue="Suppl 3",
        pages="e002307",
        facts_source="https://bmjopenquality.bmj.com/content/12/Suppl_3/e002307",
        keywords=["kangaroo mother care", "six-centre collaborative"],
        topics=["kangaroo-mother-care", "newborn-care", "teamwork"],
        settings=["newborn-unit", "health-system"],
        facility_place="Karnataka, India",
        problem="<p>At the start babies received 1.5 hours of kangaroo mother care a day.</p>",
        aim_what="Kangaroo mother care",
        aim_for_whom="Stable babies of low birth weight",
        aim_how_much="More than 4 hours per baby per day, from 1.5 hours",
        aim_by_when="Over 53 weeks",
        change="<p>Six centres formed a quality improvement collaborative.</p>",
        measures=[
            measure(
                "Kangaroo mother care per baby and day",
                better="higher",
                reported=(("At the start", "1.5 hours"), ("Aim", "above 4 hours")),
            )
        ],
    ),
    initiative(
        "donor-milk-without-milk-bank",
        prose("""Improving donor human milk collection in a hospital without a human milk bank: a
            quality improvement initiative at an urban tertiary-care teaching hospital"""),
        prose("""A teaching hospital in Pune without a human milk bank aimed to collect at least 500
            mL of donor milk a week within four weeks, and went above that target."""),
        ["Reema Garegrat", "Nandini Malshe", "Pradeep Suryawanshi", "Suprabha K Patnaik"],
        year=2021,
        volume="10",
        issue="Suppl 1",
        pages="e001467",
        doi="10.1136/bmjoq-2021-001467",
        facts_source="https://bmjopenquality.bmj.com/content/10/Suppl_1/e001467",
        keywords=["donor human milk"],
        topics=["breastfeeding-and-human-milk", "newborn-care"],
        settings=["newborn-unit", "postnatal-ward"],
        care_level="tertiary",
        facility_name="Bharati Vidyapeeth Deemed University Medical College",
        facility_place="Pune, India",
        problem="<p>The hospital had no human milk bank.</p>",
        aim="<p>To collect at least 500 mL of donor human milk a week within four weeks.</p>",
        result="<p>The volume collected rose above the target.</p>",
        outcome="worked",
        measures=[
            measure(
                "Donor human milk collected in a week",
                kind="outcome",
                better="higher",
                reported=(("Aim", "at least 500 mL"), ("Reached", "above the target")),
            )
        ],
    ),
    initiative(
        "human-milk-donation-chandigarh",
        prose("""Quality improvement initiative for a sustained increase in human milk donation
            during the hospital stay"""),
        prose("""At a government institute in Chandigarh the median volume of donated human milk
            rose in steps from 5,032 mL to 17,181 mL, 3.41 times as much."""),
        ["Suksham Jain", "Akanksha Bansal", "Supreet Khurana", "Deepak Chawla"],
        year=2023,
        volume="12",
        issue="Suppl 3",
        pages="e002133",
        facts_source="https://bmjopenquality.bmj.com/content/12/Suppl_3/e002133",
        keywords=["human milk donation"],
        topics=["breastfeeding-and-human-milk", "newborn-care"],
        settings=["newborn-unit", "postnatal-ward"],
        care_level="tertiary",
        facility_name="GMCH",
        facility_place="Chandigarh, India",
        aim="<p>A sustained increase in human milk donation during the hospital stay.</p>",
        result=prose("""<p>The median volume rose from 5,032 mL through 6,971 mL and 8,122 mL to
            17,181 mL, an overall increase of 3.41 times.</p>"""),
        outcome="worked",
        measures=[
            measure(
                "Median of donated human milk",
                kind="outcome",
                unit="mL",
                better="higher",
                points=("First, 5032", "Second, 6971", "Third, 8122", "Fourth, 17181"),
                reported=(("Overall increase", "3.41 times"),),
            )
        ],
    ),
    initiative(
        "sucrose-for-newborn-pain",
        prose("""Implementing use of sucrose analgesia (non-pharmacological management of neonatal
            pain) in a standalone private facility level 3 neonatal care unit using point of care
            quality improvement methodology"""),
        prose("""A private level 3 newborn unit that had not used sucrose for painful procedures
            reached 96.27% with point of care quality improvement, and stayed above 80% for four
            years."""),
        [
            "Kedar Sawleshwarkar",
            "Mahtab Singh",
            "Ramesh Bajaj",
            "Sanjog Loya",
            "Rakesh Chikhlondhe",
            "Sunita Bhave",
        ],
        year=2022,
        volume="11",
        issue="Suppl 1",
        pages="e001830",
        doi="10.1136/bmjoq-2022-001830",
        pmid="35705258",
        pmcid="PMC9204459",
        facts_source="https://pmc.ncbi.nlm.nih.gov/articles/PMC9204459",
        keywords=["procedural pain in newborns", "sucrose analgesia"],
        topics=["pain-management", "newborn-care"],
        settings=["newborn-unit"],
        methods=["pocqi"],
        facility_place="India",
        problem="<p>At the start sucrose analgesia was used in 0% of painful procedures.</p>",
        aim="<p>To reach more than 80% within eight weeks.</p>",
        change=prose("""<p>The unit introduced sucrose analgesia, using the method of point of care
            quality improvement.</p>"""),
        result="<p>The unit reached 96.27% and stayed above 80% for four years.</p>",
        outcome="worked",
        measures=[
            measure(
                "Painful procedures with sucrose analgesia",
                better="higher",
                reported=(
                    ("At the start", "0%"),
                    ("Aim", ">80%"),
                    ("Reached", "96.27%"),
                    ("Kept up for four years", ">80%"),
                ),
            )
        ],
    ),
    initiative(
        "antibiotic-stewardship-nicu",
        prose("""Antibiotic stewardship in a tertiary care NICU of northern India: a quality
            improvement initiative"""),
        prose("""A tertiary newborn unit in Jaipur for babies born elsewhere aimed to lower its
            antibiotic usage rate by at least 20% and lowered it by 32%, from 574 per 1,000 patient
            days."""),
        [
            "Sunita Agarwal",
            "Jyoti Patodia",
            "Jaikrishan Mittal",
            "Yatish Singh",
            "Vaibhav Agnihotri",
            "Varun Sharma",
        ],
        year=2021,
        volume="10",
        issue="Suppl 1",
        pages="e001470",
        doi="10.1136/bmjoq-2021-001470",
        facts_source="https://bmjopenquality.bmj.com/content/10/Suppl_1/e001470",
        keywords=["antibiotic stewardship"],
        topics=["antibiotic-stewardship", "newborn-care"],
        settings=["newborn-unit"],
        care_level="tertiary",
        facility_name="Neoclinic",
        facility_place="Jaipur, Rajasthan, India",
        problem="<p>The antibiotic usage rate was 574 per 1,000 patient days at the start.</p>",
        aim=prose("""<p>To reduce the antibiotic usage rate by at least 20% between January 2019 and
            December 2020.</p>"""),
        result="<p>The total antibiotic usage rate fell by 32%.</p>",
        outcome="worked",
        measures=[
            measure(
                "Antibiotic usage rate",
                kind="outcome",
                better="lower",
                reported=(
                    ("At the start", "574 per 1,000 patient days"),
                    ("Aim", "at least 20% lower"),
                    ("Reached", "32% lower"),
                ),
            )
        ],
    ),
    initiative(
        "aseptic-intravenous-lines",
        prose("""Reducing healthcare-associated infections by improving compliance to aseptic
            non-touch technique in intravenous line maintenance: a quality improvement
            approach"""),
        prose("""A newborn unit in India worked on aseptic non-touch technique in the care of
            intravenous lines, with the aim of halving healthcare-associated infections over six
            months."""),
        [
            "Savithri Shettigar",
            "Abhishek Somasekhara Aradhya",
            "Srinath Ramappa",
            "Venugopal Reddy",
            "Praveen Venkatagiri",
        ],
        year=2021,
        volume="10",
        issue="Suppl 1",
        pages="e001394",
        facts_source="https://bmjopenquality.bmj.com/content/10/Suppl_1/e001394",
        keywords=["asepsis in intravenous lines"],
        topics=["infection-prevention", "newborn-care"],
        settings=["newborn-unit"],
        facility_place="India",
        aim_what="Healthcare-associated infections",
        aim_how_much="50% fewer",
        aim_by_when="Over six months",
        change=prose("""<p>Better compliance with aseptic non-touch technique when intravenous lines
            are maintained.</p>"""),
        measures=[
            measure(
                "Healthcare-associated infections",
                kind="outcome",
                better="lower",
                reported=(("Aim, over six months", "50% fewer"),),
            )
        ],
    ),
    initiative(
        "care-of-newborns-after-birth",
        prose("""Use of point of care quality improvement methodology to improve newborn care,
            immediately after birth, at a tertiary care teaching hospital, in a resource constraint
            setting"""),
        prose("""A tertiary teaching hospital followed skin-to-skin contact, delayed cord clamping
            and early breastfeeding right after birth. The reported median compliance was 51%, 56%,
            59% and 61% in turn."""),
        [
            "Ravi Sachan",
            "Himsweta Srivastava",
            "Sushil Srivastava",
            "Sanjeeta Behera",
            "Promilla Agrawal",
            "Sunil Gomber",
        ],
        year=2021,
        volume="10",
        issue="Suppl 1",
        pages="e001445",
        facts_source="https://bmjopenquality.bmj.com/content/10/Suppl_1/e001445",
        keywords=["skin-to-skin", "delayed cord clamping", "early breast feeding"],
        topics=["newborn-care", "breastfeeding-and-human-milk", "labour-and-birth"],
        settings=["labour-room"],
        audiences=["nurses", "midwives", "doctors", "qi-coaches"],
        methods=["pocqi"],
        care_level="tertiary",
        facility_place="India",
        problem=prose("""<p>Mothers and newborns were separated after birth: normal babies were
            taken to a radiant warmer for routine care. Mothers were moved late from the delivery
            room to the observation area, births were many, and skin-to-skin care was understood in
            different ways. All this made better practice hard to keep up.</p>"""),
        change=prose("""<p>Counselling before the birth, skin-to-skin contact without separation and
            carried on in the observation area, and help from a family member with the first
            breastfeed.</p>"""),
        result="<p>Median compliance was 51%, 56%, 59% and 61% in turn.</p>",
        measures=[
            measure(
                "Median compliance",
                unit="%",
                better="higher",
                points=("First, 51", "Second, 56", "Third, 59", "Fourth, 61"),
            )
        ],
    ),
]
