"""An improvement record with something in every part, made up for tests."""

FULL = {
    "team": [
        ("member", {"role": "Nurse", "number": 2, "task": "Noted the times"}),
        ("member", {"role": "Obstetrician", "number": None, "task": ""}),
    ],
    "aim_what": "Early contact",
    "aim_for_whom": "term newborns",
    "aim_how_much": "from 30% to 90%",
    "aim_by_when": "within six months",
    "causes": [
        (
            "fishbone",
            {
                "effect": "Contact comes late",
                "branches": [
                    {"category": "Place", "causes": ["The scale is far", "It is cold"]},
                    {"category": "People", "causes": ["Nobody is asked"]},
                ],
            },
        ),
        ("whys", {"problem": "Babies wait", "whys": ["They are weighed", "The form asks first"]}),
        (
            "pareto",
            {
                "title": "Why contact was late",
                "counts": [
                    {"cause": "Weighing first", "count": 31},
                    {"cause": "No blanket", "count": 7},
                ],
            },
        ),
    ],
    "measures": [
        (
            "measure",
            {
                "name": "Contact within the hour",
                "kind": "outcome",
                "numerator": "newborns with contact",
                "denominator": "all term newborns",
                "unit": "%",
                "per": "100",
                "better": "higher",
                "goal": "90",
                "period": "month",
                "data": "2021-01\t3/12\n2021-02\t5/11\n2021-03\t9/13",
                "baseline_points": 1,
                "chart": "run",
                "changes": [{"when": "2021-02", "what": "The scale was moved"}],
                "reported": [{"what": "Before", "value": "30.5%"}],
                "collected": "From the birth register",
            },
        )
    ],
    "change_ideas": [("idea", {"idea": "Weigh after an hour", "reason": "Weighing delays most"})],
    "cycles": [
        (
            "cycle",
            {
                "title": "One day shift",
                "started_on": "2021-02-01",
                "ended_on": "2021-02-07",
                "plan": "Two nurses weigh later.",
                "prediction": "Eight of ten will have contact.",
                "do": "It was done on five days.",
                "study": "Nine of eleven had contact.",
                "act": "adopt",
                "next_step": "Try the night shift.",
                "outcome": "worked",
                "why": "Two nurses were there.",
            },
        ),
        ("cycle", {"title": "One night shift", "act": "abandon", "outcome": "did_not_work"}),
    ],
    "outcome_why": "<p>By day there were hands enough.</p>",
    "lessons": "<p>Move the scale first.</p>",
    "cost_people": "Two nurses",
    "cost_time": "Two hours a week",
    "cost_money": "Nothing beyond salaries",
    "sustainment": "<p>Checked each month for two years.</p>",
}
