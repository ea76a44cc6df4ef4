"""Drawings of the demonstration hub. The PNG is made from the SVG of the same name."""

CREDIT = "QI Knowledge Hub editors, CC BY 4.0"

IMAGES = {
    "pocqi-step-1": {
        "file": "pocqi-step-1.png",
        "title": "POCQI staircase, step 1",
        "default_alt_text": "A staircase of four steps; the first step is highlighted.",
        "credit": CREDIT,
    },
    "pocqi-step-2": {
        "file": "pocqi-step-2.png",
        "title": "POCQI staircase, step 2",
        "default_alt_text": "A staircase of four steps; the second step is highlighted.",
        "credit": CREDIT,
    },
    "pocqi-step-3": {
        "file": "pocqi-step-3.png",
        "title": "POCQI staircase, step 3",
        "default_alt_text": "A staircase of four steps; the third step is highlighted.",
        "credit": CREDIT,
    },
    "pocqi-step-4": {
        "file": "pocqi-step-4.png",
        "title": "POCQI staircase, step 4",
        "default_alt_text": "A staircase of four steps; the fourth step is highlighted.",
        "credit": CREDIT,
    },
    "fishbone": {
        "file": "fishbone.png",
        "title": "Fishbone diagram",
        "default_alt_text": "A fishbone: six branches of causes lead to one problem at the head.",
        "credit": CREDIT,
    },
    "pdsa-ramp": {
        "file": "pdsa-ramp.png",
        "title": "Growing tests of change",
        "default_alt_text": "Four circles of growing size climb a slope, each with four quarters.",
        "credit": CREDIT,
    },
    "run-chart": {
        "file": "run-chart.png",
        "title": "Run chart with a shift",
        "default_alt_text": "A line of twenty weekly points around a dashed median line.",
        "credit": CREDIT,
    },
    "five-whys": {
        "file": "five-whys.png",
        "title": "Five whys",
        "default_alt_text": "Blocks with question marks lead from a warning sign down to a root.",
        "credit": CREDIT,
    },
    "process-map": {
        "file": "process-map.png",
        "title": "Process map",
        "default_alt_text": "Boxes and a decision, joined by arrows; one of them leads back.",
        "credit": CREDIT,
    },
    "pareto-chart": {
        "file": "pareto-chart.png",
        "title": "Pareto chart",
        "default_alt_text": "Six bars in falling order under a rising line of their running total.",
        "credit": CREDIT,
    },
    "pdsa-cycle": {
        "file": "pdsa-cycle.png",
        "title": "Plan, do, study, act",
        "default_alt_text": "A circle of four quarters with a pencil, a tick, a chart and a fork.",
        "credit": CREDIT,
    },
    "podcast-cover": {
        "file": "podcast-cover.png",
        "title": "Cover of the podcast Small Changes",
        "default_alt_text": "The words Small Changes above a rising line of dots and a staircase.",
        "credit": CREDIT,
    },
}
