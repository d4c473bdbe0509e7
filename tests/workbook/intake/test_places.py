"""in_workbook: from rows of files to sheets, rows and cells."""

import pytest

from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.workbook.intake.places import Located, in_workbook

TABLES = {
    "line_items.csv": Located("Line items", 8, 9, {"line_id": 1, "goal_1": 28}, {"L1": 2}),
    "district.toml": Located("Assumptions", cells={"due": (14, 2)}),
}


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (Place("line_items.csv", 1, "goal_1"), "a.xlsx, Line items, row 8, AB8, goal_1"),
        (Place("line_items.csv", 2, "goal_1", "L1"), "a.xlsx, Line items, row 9, AB9, goal_1, L1"),
        (Place("line_items.csv", 4), "a.xlsx, Line items, row 11"),
        (
            Place("line_items.csv", None, "line_id", "L1"),
            "a.xlsx, Line items, row 9, A9, line_id, L1",
        ),
        (Place("line_items.csv"), "a.xlsx, Line items"),
        (Place("district.toml", column="due"), "a.xlsx, Assumptions, row 14, B14, due"),
        (Place("district.toml", column="owner"), "a.xlsx, Assumptions, owner"),
        (Place("savings.csv"), "a.xlsx"),
        (Place(), "a.xlsx"),
    ],
)
def test_a_place_of_a_folder_is_told_as_one_of_the_workbook(place, told):
    finding = Finding(Severity.WARNING, "X", place, "a", "b", "c")
    (moved,) = in_workbook([finding], "a.xlsx", TABLES)
    assert str(moved.place) == told
