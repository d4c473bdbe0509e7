"""structure_findings: what other programs drop is no fault, and cells are named that were lost."""

from distribution.collect.damage import delete, put
from distribution.collect.made import LINES, MONEY, S1, type_in
from xlbudget.distribution.register.submissions.state import State
from xlbudget.model.finding import Severity

GRAVE = {Severity.FATAL, Severity.WARNING}


def no_tables(book):
    """Drop every table, as Google Sheets does when it saves."""
    for sheet in book:
        for name in list(sheet.tables):
            del sheet.tables[name]


def all_over(book):
    for row in range(10, 16):
        for column in "BCDEF":
            book[MONEY][f"{column}{row}"] = 1


def test_a_workbook_without_its_tables_is_read_by_headings(gone_out, answer, tmp_path):
    judged = gone_out.judge(type_in(gone_out.out / S1, tmp_path / "r.xlsx", no_tables))
    whole = gone_out.judge(answer)
    assert [str(one) for one in judged.findings if one.severity in GRAVE] == []
    assert "XLH-08" in {one.code for one in judged.findings}
    assert judged.facts["planned"] == whole.facts["planned"]
    assert judged.facts["answer"] == whole.facts["answer"]


def test_of_many_formulas_on_a_sheet_the_first_are_named_and_the_rest_counted(gone_out, tmp_path):
    judged = gone_out.judge(type_in(gone_out.out / S1, tmp_path / "r.xlsx", all_over))
    named = [one for one in judged.findings if one.code == "XLH-06"]
    rest = [one.saw for one in judged.findings if one.code == "XLH-07"]
    assert (judged.state, len(named)) == (State.WITH_WARNINGS, 10)
    assert rest == ["15 more formulas of the sheet are not as they were"]


def test_several_things_are_told_at_once(gone_out, tmp_path):
    steps = (delete("Scratch"), put(MONEY, "B11", 1), put(LINES, "A6", 0), put(LINES, "G9", "x"))
    judged = gone_out.judge(type_in(gone_out.out / S1, tmp_path / "r.xlsx", *steps))
    told = {(one.code, one.place.sheet, one.place.cell) for one in judged.findings}
    assert told >= {
        ("XLH-07", "Scratch", ""),
        ("XLH-06", MONEY, "B11"),
        ("XLH-06", LINES, "A6"),
        ("XLI-09", LINES, "G9"),
    }
