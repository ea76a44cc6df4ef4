"""Works cited by the guides, each once, so that a correction is made in one place."""


def _work(text: str, doi: str = "", url: str = "") -> dict[str, str]:
    return {"text": text, "url": f"https://doi.org/{doi}" if doi else url}


POCQI_LEARNER = _work(
    "World Health Organization, Regional Office for South-East Asia. Improving the quality of "
    "hospital care for mothers and newborns: POCQI learner manual. New Delhi: WHO; 2017. "
    "ISBN 978-92-9022-547-8."
)
WHO_STANDARDS = _work(
    "World Health Organization. Standards for improving quality of maternal and newborn care in "
    "health facilities. Geneva: WHO; 2016. ISBN 978-92-4-151121-6."
)
IMPROVEMENT_GUIDE = _work(
    "Langley GJ, Moen RD, Nolan KM, Nolan TW, Norman CL, Provost LP. The improvement guide: a "
    "practical approach to enhancing organizational performance. 2nd ed. San Francisco: "
    "Jossey-Bass; 2009."
)
DATA_GUIDE = _work(
    "Provost LP, Murray SK. The health care data guide: learning from data for improvement. "
    "San Francisco: Jossey-Bass; 2011."
)
RUN_CHART = _work(
    "Perla RJ, Provost LP, Murray SK. The run chart: a simple analytical tool for learning from "
    "variation in healthcare processes. BMJ Qual Saf 2011;20:46–51.",
    doi="10.1136/bmjqs.2009.037895",
)
THREE_FACES = _work(
    "Solberg LI, Mosser G, McDonald S. The three faces of performance measurement: improvement, "
    "accountability, and research. Jt Comm J Qual Improv 1997;23:135–47.",
    doi="10.1016/S1070-3241(16)30305-4",
)
DONABEDIAN = _work(
    "Donabedian A. The quality of care: how can it be assessed? JAMA 1988;260:1743–8.",
    doi="10.1001/jama.1988.03410120089033",
)
CONTROL_CHARTS = _work(
    "Benneyan JC, Lloyd RC, Plsek PE. Statistical process control as a tool for research and "
    "healthcare improvement. Qual Saf Health Care 2003;12:458–64.",
    doi="10.1136/qhc.12.6.458",
)
RUN_CHART_RULES = _work(
    "Anhøj J, Olesen AV. Run charts revisited: a simulation study of run chart rules for "
    "detection of non-random variation in health care processes. PLoS One 2014;9:e113825.",
    doi="10.1371/journal.pone.0113825",
)
CONTROL_CHART_RULES = _work(
    "Anhøj J, Wentzel-Larsen T. Sense and sensibility: on the diagnostic value of control chart "
    "rules for detection of shifts in time series data. BMC Med Res Methodol 2018;18:100.",
    doi="10.1186/s12874-018-0564-0",
)
PDSA_REVIEW = _work(
    "Taylor MJ, McNicholas C, Nicolay C, Darzi A, Bell D, Reed JE. Systematic review of the "
    "application of the plan–do–study–act method to improve quality in healthcare. "
    "BMJ Qual Saf 2014;23:290–8.",
    doi="10.1136/bmjqs-2013-001862",
)
PDSA_PROBLEM = _work(
    "Reed JE, Card AJ. The problem with Plan-Do-Study-Act cycles. BMJ Qual Saf 2016;25:147–52.",
    doi="10.1136/bmjqs-2015-005076",
)
PDSA_PRIMER = _work(
    "Leis JA, Shojania KG. A primer on PDSA: executing plan–do–study–act cycles in practice, "
    "not just in name. BMJ Qual Saf 2017;26:572–7.",
    doi="10.1136/bmjqs-2016-006245",
)
PDSA_EFFECTS = _work(
    "Knudsen SV, Laursen HVB, Johnsen SP, Bartels PD, Ehlers LH, Mainz J. Can quality improvement "
    "improve the quality of care? A systematic review of reported effects and methodological "
    "rigor in plan-do-study-act projects. BMC Health Serv Res 2019;19:683.",
    doi="10.1186/s12913-019-4482-6",
)
SQUIRE = _work(
    "Ogrinc G, Davies L, Goodman D, Batalden P, Davidoff F, Stevens D. SQUIRE 2.0 (Standards for "
    "QUality Improvement Reporting Excellence): revised publication guidelines from a detailed "
    "consensus process. BMJ Qual Saf 2016;25:986–92.",
    doi="10.1136/bmjqs-2015-004411",
)
PARTOGRAPH = _work(
    "Jain S, Kumar P, Jain M, et al. Increasing adherence to plotting e-partograph: a quality "
    "improvement project in a rural maternity hospital in India. "
    "BMJ Open Qual 2021;10(Suppl 1):e001404.",
    url="https://bmjopenquality.bmj.com/content/10/Suppl_1/e001404",
)
DONOR_MILK = _work(
    "Garegrat R, Malshe N, Suryawanshi P, Patnaik SK. Improving donor human milk collection in a "
    "hospital without a human milk bank: a quality improvement initiative at an urban "
    "tertiary-care teaching hospital. BMJ Open Qual 2021;10(Suppl 1):e001467.",
    doi="10.1136/bmjoq-2021-001467",
)
NICU_ANTIBIOTICS = _work(
    "Agarwal S, Patodia J, Mittal J, Singh Y, Agnihotri V, Sharma V. Antibiotic stewardship in a "
    "tertiary care NICU of northern India: a quality improvement initiative. "
    "BMJ Open Qual 2021;10(Suppl 1):e001470.",
    doi="10.1136/bmjoq-2021-001470",
)
SUCROSE = _work(
    "Sawleshwarkar K, Singh M, Bajaj R, Loya S, Chikhlondhe R, Bhave S. Implementing use of "
    "sucrose analgesia (non-pharmacological management of neonatal pain) in a standalone private "
    "facility level 3 neonatal care unit using point of care quality improvement methodology. "
    "BMJ Open Qual 2022;11(Suppl 1):e001830.",
    doi="10.1136/bmjoq-2022-001830",
)
FRAMEWORK = _work(
    "Datta V, Srivastava S, Garde R, et al. Development of a framework of intervention strategies "
    "for point of care quality improvement at different levels of healthcare delivery system in "
    "India: initial lessons. BMJ Open Qual 2021;10(Suppl 1):e001449.",
    url="https://bmjopenquality.bmj.com/content/10/Suppl_1/e001449",
)
KMC_AURANGABAD = _work(
    "Joshi A, Londhe A, Joshi T, Deshmukh L. Quality improvement in Kangaroo Mother Care: "
    "learning from a teaching hospital. BMJ Open Qual 2022;11(Suppl 1):e001459.",
    url="https://bmjopenquality.bmj.com/content/11/Suppl_1/e001459",
)
MILK_DONATION = _work(
    "Jain S, Bansal A, Khurana S, Chawla D. Quality improvement initiative for a sustained "
    "increase in human milk donation during the hospital stay. "
    "BMJ Open Qual 2023;12(Suppl 3):e002133.",
    url="https://bmjopenquality.bmj.com/content/12/Suppl_3/e002133",
)
KMC_KARNATAKA = _work(
    "Murthy R, Kallesh A, Aradhya AS, et al. Sustaining extended Kangaroo mother care in stable "
    "low birthweight babies in NICU: a quality improvement collaborative of six centres of "
    "Karnataka. BMJ Open Qual 2023;12(Suppl 3):e002307.",
    url="https://bmjopenquality.bmj.com/content/12/Suppl_3/e002307",
)
BETTER_BIRTH = _work(
    "Semrau KEA, Hirschhorn LR, Marx Delaney M, et al. Outcomes of a coaching-based WHO Safe "
    "Childbirth Checklist program in India. N Engl J Med 2017;377:2313–24.",
    doi="10.1056/NEJMoa1701075",
)
SAFE_CARE = _work(
    "Zamboni K, Singh S, Tyagi M, Hill Z, Hanson C, Schellenberg J. Effect of collaborative "
    "quality improvement on stillbirths, neonatal mortality and newborn care practices in "
    "hospitals of Telangana and Andhra Pradesh, India: evidence from a quasi-experimental "
    "mixed-methods study. Implement Sci 2021;16:4.",
    doi="10.1186/s13012-020-01058-z",
)
FIVE_WHYS_PROBLEM = _work(
    "Card AJ. The problem with ‘5 whys’. BMJ Qual Saf 2017;26:671–7.",
    doi="10.1136/bmjqs-2016-005849",
)
PROCESS_MAPPING = _work(
    "Trebble TM, Hansi N, Hydes T, Smith MA, Baker M. Process mapping the patient journey: an "
    "introduction. BMJ 2010;341:c4078.",
    doi="10.1136/bmj.c4078",
)
PARETO_GUIDE = _work(
    "Alkiayat M. A practical guide to creating a Pareto chart as a quality improvement tool. "
    "Glob J Qual Saf Healthc 2021;4:83–4.",
    doi="10.36401/JQSH-21-X1",
)
