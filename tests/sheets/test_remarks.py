"""remarks: what people wrote beside the checks stands there again, by their ids."""

from dataclasses import replace
from datetime import date

from sheets.reading import clean_context, column_of, context, table_of
from xlbudget.sheets.check import Explanation
from xlbudget.sheets.checks import all_checks, checks_sheet
from xlbudget.sheets.remarks import NO_REMARKS, Remarks, explained
from xlbudget.sheets.scenario_choice import choice

WHY = Explanation("The state decides in May.", "Ann Lee", date(2026, 3, 1))
CHECKS = all_checks(clean_context())


def test_an_explanation_stands_beside_its_check_and_others_have_none():
    found = list(explained(CHECKS, Remarks({"L11": WHY, "X99": WHY})))
    assert [check.check_id for check in found if check.explanation == WHY] == ["L11"]
    rows = {row.key: row.cells for row in table_of(checks_sheet(found), "Checks").rows}
    assert rows["L11"][6:9] == (WHY.why, WHY.by, WHY.day)
    assert rows["L10"][6:9] == (None, None, None)


def test_without_remarks_the_checks_are_as_they_were():
    assert tuple(explained(CHECKS, NO_REMARKS)) == CHECKS


def test_a_blank_choice_stays_blank_and_stands_for_the_plan():
    table = choice(replace(context(), scenario=""))
    assert [cell for cell in table.rows[0].cells if cell is None] == [None]
    assert column_of(table, "Place") == [1]
