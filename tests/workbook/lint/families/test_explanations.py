"""E01: an explanation that does not count is itself a finding."""

import pytest
from xlsxwriter import Workbook

from workbook.lint.books import faults
from workbook.lint.logs import DAY, write_log
from xlbudget.workbook.lint.families.explanations import FLAWED, kept_in_log
from xlbudget.workbook.lint.run import EXPLAINABLE
from xlbudget.workbook.lint.subject import subject_of


@pytest.mark.parametrize(
    ("day", "what", "saw"),
    [
        (DAY, "L03 Goals!B7: by law", "An explanation lacks its name"),
        (DAY, "L03 Goals!B7: (Ana)", "An explanation lacks its reason"),
        ("", "L03 Goals!B7: by law (Ana)", "An explanation lacks its date"),
        (DAY, "Z99 Goals!B7: by law (Ana)", "An explanation names the rule 'Z99'"),
        (DAY, "E01: by law (Ana)", "An explanation names the rule 'E01'"),
        (DAY, "We talked about it", "An explanation lacks its reason and its name"),
    ],
)
def test_one_that_is_not_whole_is_found_with_its_cell(tmp_path, day, what, saw):
    path = write_log(tmp_path / "a.xlsx", [(day, "explained", what)])
    assert faults(path, FLAWED) == [("Log", "C6", saw)]
    assert kept_in_log(subject_of(path, None), EXPLAINABLE) == ()


def test_whole_ones_are_kept(tmp_path):
    rows = [
        (DAY, "explained", "L03 Goals!B7: by law (Ana)"),
        (DAY, "explained", "XLR-09 LN-012: the board decides in May (Ana)"),
        (DAY, "explained", "XLI-11: digits of the county (Ana)"),
    ]
    path = write_log(tmp_path / "a.xlsx", rows)
    assert faults(path, FLAWED) == []
    kept = kept_in_log(subject_of(path, None), EXPLAINABLE)
    assert [one.code for one in kept] == ["L03", "XLR-09", "XLI-11"]


def test_an_explanation_on_checks_needs_name_and_date(tmp_path):
    headers = ("Check", "Status", "Explanation", "By", "Date")
    rows = [
        ("A1", "explained", "The board decides in May", "", ""),
        ("A2", "explained", "The board decides in May", "Ana", "2026-09-01"),
        ("A3", "look", "", "", ""),
    ]
    with Workbook(tmp_path / "a.xlsx") as book:
        columns = [{"header": header} for header in headers]
        facts = {"name": "Checks", "columns": columns, "data": rows}
        book.add_worksheet("Checks").add_table("A11:E14", facts)
    found = faults(tmp_path / "a.xlsx", FLAWED)
    assert found == [("Checks", "C12", "The explanation of a check lacks its name and its date")]
