"""alike_in_one: many alike findings of a column become one."""

from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.workbook.intake.alike import MOST_ALIKE, alike_in_one


def findings(count, severity=Severity.WARNING, column="quantity"):
    """So many findings of a column, from row 2."""
    return [
        Finding(severity, "XLI-16", Place("a.csv", row, column), "It holds text", "A", "B")
        for row in range(2, count + 2)
    ]


def test_a_few_stand_alone():
    few = findings(MOST_ALIKE)
    assert alike_in_one(few) == few


def test_many_become_one_that_lists_the_rows_of_the_sheet():
    (one,) = alike_in_one(findings(7), offset=6)
    assert one.place == Place("a.csv", 2, "quantity")
    assert one.saw == "It holds text; so do 6 cells below it, in rows 9, 10, 11, 12, 13, 14"


def test_very_many_are_not_all_listed():
    (one,) = alike_in_one(findings(300))
    assert one.saw.endswith("so do 299 cells below it, in rows 3, 4, 5, 6, 7, 8, 9, 10 and more")


def test_fatal_ones_and_other_columns_stand_apart():
    assert len(alike_in_one(findings(9, Severity.FATAL))) == 9
    assert len(alike_in_one(findings(9) + findings(9, column="owner"))) == 2
