"""What a change of a source is proposed to be called."""

import pytest

from translations.freshness.severity import propose
from translations.models import Kind, PassageChange, Severity


@pytest.mark.parametrize(
    ("old", "new", "severity"),
    [
        ("Wash you're hands before every touch.", "Wash your hands before every touch.", 1),
        ("Wash hands before every touch of a newborn", "Wash hands before every touch.", 2),
        ("Give 5 mg once a day.", "Give 50 mg once a day.", 3),
        ("Give 5 mg once a day.", "Give 5 mcg once a day.", 3),
        ("Give the dose with food.", "Do not give the dose with food.", 3),
        ("दिन में 5 बार दें।", "दिन में 6 बार दें।", 3),
        ("", "Dry the baby with a warm cloth.", 2),
        ("", "Give 5 mg once a day.", 3),
        ("Give 5 mg once a day.", "", 3),
        ("In 2019 a team of six began.", "", 2),
        ("<b>Soap</b> and water.", "Soap and water.", 1),
    ],
)
def test_a_change_is_weighed_by_its_size_and_by_what_a_dose_hangs_on(old, new, severity):
    change = PassageChange(kind=Kind.TEXT, path="summary", old_text=old, new_text=new)
    assert propose([change]) == severity


def test_the_worst_of_many_changes_counts_and_another_link_is_content():
    typo = PassageChange(kind=Kind.TEXT, old_text="An aim, written", new_text="An aim, written.")
    link = PassageChange(kind=Kind.LINK, old_text="/a", new_text="/b")
    assert propose([typo]) == Severity.TYPO
    assert propose([typo, link]) == Severity.CONTENT
