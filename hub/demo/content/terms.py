"""The vocabularies a reader filters by. The order of a list is its order on screen."""

from .prose import prose

TOPICS = [
    {
        "slug": "quality-improvement-basics",
        "name": "Quality improvement basics",
        "description": prose("""Choosing a problem, writing an aim, testing changes in small steps
            and keeping what works."""),
    },
    {
        "slug": "measurement",
        "name": "Measurement",
        "description": "Counting care as it is given, and reading the counts over time.",
    },
    {
        "slug": "teamwork",
        "name": "Teamwork",
        "description": "Forming a team, sharing the work and learning together on the ward.",
    },
    {
        "slug": "labour-and-birth",
        "name": "Labour and birth",
        "description": "Care of mother and baby from the start of labour to the first hours.",
    },
    {
        "slug": "antenatal-care",
        "name": "Antenatal care",
        "description": "Care during pregnancy, with nutrition and preparation for birth.",
    },
    {
        "slug": "newborn-care",
        "name": "Newborn care",
        "description": "Care of well, small and sick babies in the first weeks of life.",
    },
    {
        "slug": "kangaroo-mother-care",
        "name": "Kangaroo mother care",
        "description": prose("""Long skin-to-skin contact and breast milk for babies born small or
            too early."""),
    },
    {
        "slug": "breastfeeding-and-human-milk",
        "name": "Breastfeeding and human milk",
        "description": "Early and exclusive breastfeeding, expressed milk and donor human milk.",
    },
    {
        "slug": "infection-prevention",
        "name": "Infection prevention",
        "description": "Hand hygiene, asepsis and a clean place of care.",
    },
    {
        "slug": "antibiotic-stewardship",
        "name": "Antibiotic stewardship",
        "description": "Antibiotics for those who need them, and for no one else.",
    },
    {
        "slug": "pain-management",
        "name": "Pain management",
        "description": "Preventing and easing pain, including the pain of procedures.",
    },
    {
        "slug": "triage-and-referral",
        "name": "Triage and referral",
        "description": "Finding who is at high risk early and bringing them to the right place.",
    },
]

CARE_SETTINGS = [
    {
        "slug": "labour-room",
        "name": "Labour room",
        "description": "Where women labour and give birth.",
    },
    {
        "slug": "newborn-unit",
        "name": "Newborn unit (NICU, SNCU)",
        "description": "Special and intensive care units for small and sick newborns.",
    },
    {
        "slug": "postnatal-ward",
        "name": "Postnatal ward",
        "description": "Where mothers and babies stay together after birth.",
    },
    {
        "slug": "antenatal-clinic",
        "name": "Antenatal and outpatient clinic",
        "description": "Visits in pregnancy and follow-up after discharge.",
    },
    {
        "slug": "operating-theatre",
        "name": "Operating theatre",
        "description": "Caesarean and other operations.",
    },
    {
        "slug": "paediatric-ward",
        "name": "Paediatric ward",
        "description": "Inpatient care of infants and children.",
    },
    {
        "slug": "community",
        "name": "Home and community",
        "description": "Home visits, village health days and health and wellness centres.",
    },
    {
        "slug": "health-system",
        "name": "Across facilities",
        "description": "Districts, states and networks that improve care in many places at once.",
    },
]

AUDIENCES = [
    {"slug": "nurses", "name": "Nurses", "description": "Nurses on wards, units and in theatre."},
    {
        "slug": "midwives",
        "name": "Midwives",
        "description": "Midwives and all who attend births.",
    },
    {
        "slug": "doctors",
        "name": "Doctors",
        "description": "Doctors of every specialty and in training.",
    },
    {
        "slug": "facility-managers",
        "name": "Facility managers",
        "description": "Those who lead a unit, a hospital or a district.",
    },
    {
        "slug": "qi-coaches",
        "name": "QI coaches",
        "description": "Those who help several teams to improve.",
    },
    {
        "slug": "students",
        "name": "Students",
        "description": "Students of medicine, nursing and midwifery.",
    },
]

# Who may be needed in a team is called as those for whom a resource is.
TEAM_ROLES = [audience for audience in AUDIENCES if audience["slug"] != "students"]

EQUIPMENT = [
    {"slug": "alcohol-hand-rub", "name": "Alcohol hand rub"},
    {"slug": "partograph-forms", "name": "Partograph forms"},
    {"slug": "reclining-chair", "name": "Reclining chair"},
]

METHODS = [
    {
        "slug": "pocqi",
        "name": "POCQI",
        "description": "Point of Care Quality Improvement: four steps for a team at the bedside.",
    },
    {
        "slug": "pdsa",
        "name": "Model for Improvement and PDSA",
        "description": "Three questions and small tests: plan, do, study, act.",
    },
    {
        "slug": "run-chart",
        "name": "Run chart",
        "description": "A measure drawn over time around its median.",
    },
    {
        "slug": "process-flow-chart",
        "name": "Process flow chart",
        "description": "The steps of care as they really happen.",
    },
    {
        "slug": "fishbone",
        "name": "Fishbone diagram",
        "description": "Possible causes of one problem, sorted into groups.",
    },
    {
        "slug": "five-whys",
        "name": "Five whys",
        "description": "Asking why until a cause appears that the team can change.",
    },
    {
        "slug": "pareto-chart",
        "name": "Pareto chart",
        "description": "Causes in order of how often they occur, to find the few that matter most.",
    },
    {
        "slug": "driver-diagram",
        "name": "Driver diagram",
        "description": "The way from an aim, through what drives it, to ideas for change.",
    },
]
