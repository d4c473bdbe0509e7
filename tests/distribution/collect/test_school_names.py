"""School names: a file is known by the name it was issued under, whatever mail programs add."""

import pytest

from xlbudget.distribution.campaign import file_name
from xlbudget.distribution.collect.school_names import school_names
from xlbudget.model import School

SCHOOLS = tuple(
    School(school_id=key, name=name)
    for key, name in (("S1", "Oak School"), ("S2", "Elm"), ("S3", "Twin"), ("S4", "Twin"))
)
NAMES = school_names(SCHOOLS)


@pytest.mark.parametrize(
    ("name", "school"),
    [
        ("Oak-School_S1.xlsx", "S1"),
        ("mail.zip/North/Copy of Oak-School_S1 (2).xlsx", "S1"),
        ("oak-school_s1.XLSX", "S1"),
        ("Oak-School_S1(1).xlsx", "S1"),
        ("Oak-School_S1.xls", "S1"),
        ("Elm.xlsx", "S2"),
        ("Twin_S4.xlsx", "S4"),
        ("Twin.xlsx", ""),
        ("budget.xlsx", ""),
        ("Oak-School_S1 Elm_S2.xlsx", ""),
    ],
)
def test_a_file_is_known_by_its_name(name, school):
    assert NAMES.of_file(name) == school


def test_every_issued_name_is_known():
    assert [NAMES.of_file(file_name(one.school_id, one.name)) for one in SCHOOLS] == [
        one.school_id for one in SCHOOLS
    ]


def test_words_tell_a_school_unless_they_tell_two():
    assert NAMES.of_words(["School", "Oak School (S1)"]) == "S1"
    assert (NAMES.of_words(["Elm", "Oak School"]), NAMES.of_words(["Twin"])) == ("", "")
