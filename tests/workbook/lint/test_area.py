"""Areas of cells."""

import pytest

from xlbudget.workbook.lint.area import Area, area_of, areas_of, overlapping


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("A5:P40", Area(5, 1, 40, 16)),
        ("$B$3", Area(3, 2, 3, 2)),
        ("B4:A3", Area(3, 1, 4, 2)),
        ("3:4", Area(3, 1, 4, 16_384)),
        ("A:B", Area(1, 1, 1_048_576, 2)),
        ("Prices", None),
        ("", None),
    ],
)
def test_an_area_is_read(text, area):
    assert area_of(text) == area


def test_areas_that_overlap_are_paired():
    one, other, apart = areas_of("A1:C3 C3:D4 E1:E9")
    assert overlapping([one, other, apart]) == [(one, other)]
