"""Initiatives in pregnancy and at birth."""

from ..prose import prose
from .common import initiative, measure

MOTHERS = [
    initiative(
        "e-partograph-rural-maternity-hospital",
        prose("""Increasing adherence to plotting e-partograph: a quality improvement project in a
            rural maternity hospital in India"""),
        prose("""A rural maternity hospital in Sevagram, Maharashtra, found adherence to
            plotting the e-partograph at 30% and set out to reach 90% in six months."""),
        [
            "Shuchi Jain",
            "Pramod Kumar",
            "Manish Jain",
            "Megha Bathla",
            "Shiv Joshi",
            "Sushil Srivastava",
            "Mahtab Singh",
            "Ajit Sudke",
            "Vikram Datta",
            "Poonam Shivkumar",
        ],
        year=2021,
        volume="10",
        issue="Suppl 1",
        pages="e001404",
        facts_source="https://bmjopenquality.bmj.com/content/10/Suppl_1/e001404",
        keywords=["e-partograph use in labour room"],
        topics=["labour-and-birth"],
        settings=["labour-room"],
        audiences=["nurses", "midwives", "doctors", "qi-coaches"],
        facility_name="Mahatma Gandhi Institute of Medical Sciences",
        facility_place="Sevagram, Maharashtra, India",
        problem="<p>At the start adherence to plotting the e-partograph was 30%.</p>",
        aim="<p>To raise adherence to plotting the e-partograph to 90% within six months.</p>",
        measures=[
            measure(
                "Adherence to plotting the e-partograph",
                better="higher",
                reported=(("At the start", "30%"), ("Aim", "90%")),
            )
        ],
    ),
    initiative(
        "high-risk-pregnancy-triage",
        prose("""Preidentification of high-risk pregnancies to improve triaging at the time of
            admission and management of complications in labour room: a quality improvement
            initiative"""),
        prose("""A public hospital began to identify high-risk pregnancies before admission, so that
            triage in the labour room improves. From a baseline of zero the team reached its aim of
            80% in the ninth week."""),
        [
            "Prabha Kumari",
            "Mahtab Singh",
            "Shailja Sinha",
            "Rajeev Ranjan",
            "Prachi Arora",
            "Sunita Rani",
            "Aparna Aggarwal",
            "Kanika Aggarwal",
            "Shefali Gupta",
        ],
        year=2022,
        volume="11",
        issue="Suppl 1",
        pages="e001718",
        doi="10.1136/bmjoq-2021-001718",
        facts_source="https://bmjopenquality.bmj.com/content/11/Suppl_1/e001718",
        keywords=["high-risk pregnancy triage"],
        topics=["triage-and-referral", "antenatal-care", "labour-and-birth"],
        settings=["antenatal-clinic", "labour-room"],
        audiences=["nurses", "midwives", "doctors", "qi-coaches"],
        facility_name="Bhagwan Mahavir hospital",
        facility_place="India",
        problem="<p>At the start no high-risk pregnancy was identified in advance (0%).</p>",
        aim="<p>To reach 80% within three months.</p>",
        change=prose("""<p>High-risk pregnancies are identified in advance to support triage at
            admission and the management of complications in the labour room.</p>"""),
        result="<p>The aim was achieved in the ninth week.</p>",
        outcome="worked",
        measures=[
            measure(
                "High-risk pregnancies identified in advance",
                better="higher",
                reported=(("At the start", "0%"), ("Aim", "80%")),
            )
        ],
    ),
    initiative(
        "antibiotics-after-vaginal-birth",
        "Rationalising antibiotic use after low-risk vaginal deliveries in a hospital setting "
        "in India",
        prose("""A private hospital in New Delhi gave antibiotics after 42% of uncomplicated vaginal
            births and aimed to bring this below 10%."""),
        [
            "Shakti Sharma",
            "Nikita Kumari",
            "Rinku Sengupta",
            "Yashika Malhotra",
            "Saru Bhartia",
        ],
        year=2021,
        volume="10",
        issue="Suppl 1",
        pages="e001413",
        facts_source="https://bmjopenquality.bmj.com/content/10/Suppl_1/e001413",
        keywords=["antibiotic use in uncomplicated vaginal deliveries"],
        topics=["antibiotic-stewardship", "labour-and-birth"],
        settings=["labour-room", "postnatal-ward"],
        audiences=["nurses", "midwives", "doctors", "qi-coaches"],
        facility_name="Sitaram Bhartia Institute of Science and Research",
        facility_place="New Delhi, India",
        problem="<p>At the start antibiotics were used after 42% of low-risk vaginal births.</p>",
        aim_what="Use of antibiotics",
        aim_for_whom="Mothers after low-risk vaginal births",
        aim_how_much="Less than 10%, from 42%",
        measures=[
            measure(
                "Low-risk vaginal births after which antibiotics were used",
                better="lower",
                reported=(("At the start", "42%"), ("Aim", "less than 10%")),
            )
        ],
    ),
    initiative(
        "antenatal-care-kanpur",
        prose("""Improving quality of antenatal care services in a high case load tertiary care
            teaching hospital (Ganesh Shankar Vidyarthi Memorial (GSVM) Medical College) in Kanpur,
            Uttar Pradesh, India"""),
        prose("""A teaching hospital in Kanpur with a high case load worked to improve the quality
            of its antenatal care, including maternal nutrition."""),
        [
            "Praveen Kumar Sharma",
            "Sebanti Ghosh",
            "Vikrant Prabhakar",
            "Mahtab Singh",
            "Thomas Forissier",
            "Rajendra Prasad",
            "Anjali Datta",
            "Benazir Patil",
            "Kiran Pandey",
            "Neena Gupta",
            "Seema Nigam",
        ],
        year=2022,
        volume="11",
        issue="Suppl 1",
        pages="e001446",
        facts_source="https://bmjopenquality.bmj.com/content/11/Suppl_1/e001446",
        keywords=["antenatal care and maternal nutrition"],
        topics=["antenatal-care"],
        settings=["antenatal-clinic"],
        audiences=["nurses", "midwives", "doctors", "qi-coaches"],
        care_level="tertiary",
        facility_name="GSVM Medical College Hospital",
        facility_place="Kanpur, Uttar Pradesh, India",
    ),
]
