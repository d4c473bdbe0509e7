"""What a workbook is meant to be, by the facts of its Manifest."""

import pytest

from xlbudget.workbook.lint.profile import Profile, profile_told


@pytest.mark.parametrize(
    ("template", "edition", "profile"),
    [
        ("", "", Profile.ANY),
        ("", "accessible", Profile.ANY),
        ("xlbudget district", "", Profile.DISTRICT),
        ("xlbudget district", "working", Profile.DISTRICT),
        ("xlbudget district", "accessible", Profile.ACCESSIBLE),
        ("xlbudget school", "working", Profile.SCHOOL),
        ("Elm Valley School template", "", Profile.SCHOOL),
    ],
)
def test_a_workbook_is_what_its_manifest_says(template, edition, profile):
    assert profile_told({"Template": template, "Edition": edition}) is profile
