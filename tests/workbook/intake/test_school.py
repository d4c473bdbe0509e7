"""A school's workbook is read as it was filled, whatever happened to it on the way."""

import shutil
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl import load_workbook

from school_answers import answered, answers, new_line, packs, school_pack
from xlbudget.model.school_answer import BuildingGoal, SchoolAnswer, SignOff, opening_answer
from xlbudget.model.school_lines import line_items_of
from xlbudget.sheets.school import Sizes, school_book
from xlbudget.workbook.intake.school import read_school_book
from xlbudget.workbook.read import open_book
from xlbudget.workbook.write import write_book

SIZES = Sizes(lines=4, spare_lines=3, goals=3, district_goals=2, items=3, sources=3)
GOAL = BuildingGoal(
    goal_id="S1-G01",
    statement="Math: every student practices",
    parent_goal_id="G1",
    measure="minutes",
    target=Decimal("12.5"),
)
OTHER = new_line(
    "S1-N03", item_id="Other", description="=Lamp", price=Decimal("9.50"), goal_id="S1-G01"
)
ANSWER = answered(
    new_line(),
    OTHER,
    goals=(*answered().goals, GOAL),
    L1={"action": "Change", "quantity": Decimal(31)},
    L2={"action": "Drop"},
)


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    """A workbook that a school filled in, which nobody may change."""
    made = tmp_path_factory.mktemp("filled") / "school-budget.xlsx"
    write_book(school_book(school_pack(), ANSWER, sizes=SIZES), made)
    return made


@pytest.fixture
def path(original, tmp_path):
    """A copy of that workbook, to be changed."""
    return shutil.copyfile(original, tmp_path / original.name)


def edited(path, change):
    """The file after a program changed it that drops what it does not know."""
    book = load_workbook(path)
    change(book)
    book.save(path)
    return path


def drop_tables(book):
    for sheet in book.worksheets:
        for name in list(sheet.tables):
            del sheet.tables[name]


def said(path):
    answer, findings = read_school_book(path)
    return answer, [(item.place.cell, item.severity.value, item.code) for item in findings]


def test_what_was_filled_is_read(path):
    assert read_school_book(path) == (ANSWER, ())
    assert read_school_book(open_book(path))[0] == ANSWER


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(packs().flatmap(lambda made: answers(made).map(lambda answer: (made, answer))))
def test_random_answers_come_back(tmp_path_factory, made):
    (pack, sizes), answer = made
    path = tmp_path_factory.mktemp("random") / "school.xlsx"
    write_book(school_book(pack, answer, sizes=sizes), path)
    assert read_school_book(path)[0] == answer


def test_the_cell_of_every_entry_is_known(path):
    answer, _ = read_school_book(path)
    place = answer.place("S1-N03", "price")
    assert (place.sheet, place.cell, place.row) == ("My lines", "H14", 14)
    assert answer.place("S1-G01", "measure").sheet == "Goals"


def test_tables_that_are_gone_are_found_by_their_headings(path):
    answer, findings = said(edited(path, drop_tables))
    assert answer == ANSWER
    assert {code for _, severity, code in findings if severity != "information"} == set()


def test_columns_may_have_moved(path):
    def move(book):
        drop_tables(book)
        sheet = book["My lines"]
        sheet.insert_cols(3)
        sheet.insert_rows(1, 2)
        sheet["C10"] = "Mine"

    answer, findings = said(edited(path, move))
    assert answer == ANSWER
    assert ("C10", "information", "XLI-05") in findings


def test_rows_that_were_added_below_are_read(path):
    def add(book):
        sheet = book["My lines"]
        last = int(sheet.tables["MyLines"].ref.rpartition("L")[2])
        new = [
            "",
            "S1-N99",
            "New",
            "I2",
            None,
            None,
            4,
            None,
            66,
            "G2",
            "F1",
            "Added by hand, later",
        ]
        for column, value in enumerate(new, start=1):
            sheet.cell(last + 1, column, value)

    answer, findings = said(edited(path, add))
    assert answer.lines[-1].line_id == "S1-N99"
    assert "XLI-17" in {code for _, _, code in findings}


def test_a_formula_typed_over_is_told_with_its_cell(path):
    def type_over(book):
        book["My lines"]["I9"] = 12.5
        book["Goals"]["H10"] = 7

    answer, findings = said(edited(path, type_over))
    assert answer == ANSWER
    assert findings == [("I9", "warning", "XLI-16"), ("H10", "warning", "XLI-16")]


def test_many_formulas_typed_over_are_told_once(path):
    def type_over(book):
        for row in range(9, 16):
            book["My lines"].cell(row, 9, 1)

    assert [code for _, _, code in said(edited(path, type_over))[1]] == ["XLI-16"]


@pytest.mark.parametrize(
    ("cell", "value", "severity", "code"),
    [
        ("G9", "thirty", "fatal", "XLI-09"),
        ("G9", "30", "warning", "XLI-16"),
        ("G9", -3, "fatal", "XLI-10"),
        ("C9", "Maybe", "fatal", "XLI-12"),
        ("H14", "about 9", "fatal", "XLI-09"),
    ],
)
def test_a_cell_of_another_kind_is_told(path, cell, value, severity, code):
    def put(book):
        book["My lines"][cell] = value

    _, findings = said(edited(path, put))
    assert (cell, severity, code) in findings


@pytest.mark.parametrize(
    ("cell", "column"), [("D12", "item_id"), ("J12", "goal_id"), ("K12", "source_id")]
)
def test_a_value_pasted_over_a_list_is_told_with_its_cell(path, cell, column):
    def paste(book):
        book["My lines"][cell] = "Nothing of the list"

    answer, _ = read_school_book(edited(path, paste))
    _, findings = line_items_of(answer, school_pack())
    told = [(item.place.cell, item.place.column) for item in findings if item.code == "XLS-01"]
    assert told == [(cell, column)]


def test_a_date_that_is_no_date_is_told(path):
    def put(book):
        book["Check and send"]["B11"] = "soon"

    answer, findings = said(edited(path, put))
    assert answer.sign_off == replace(ANSWER.sign_off, day=None)
    assert findings == [("B11", "fatal", "XLI-13")]


def test_a_workbook_without_lines_gives_no_answer(path):
    def delete(book):
        del book["My lines"]

    answer, findings = read_school_book(edited(path, delete))
    assert answer is None
    assert findings[0].severity.value == "fatal"
    assert "MyLines" in findings[0].saw


def test_a_workbook_without_goals_says_so_and_gives_its_lines(path):
    def delete(book):
        del book["Goals"]

    answer, findings = read_school_book(edited(path, delete))
    assert (len(answer.lines), answer.goals) == (5, ())
    assert [item.code for item in findings] == ["XLI-01"]


def test_what_is_not_there_is_not_known(path):
    def delete(book):
        del book["Check and send"]
        del book["Manifest"]

    answer, findings = read_school_book(edited(path, delete))
    assert (answer.school_id, answer.sign_off, findings) == ("", SignOff(), ())


def test_a_workbook_as_issued_is_the_opening_answer(tmp_path):
    pack = school_pack()
    path = tmp_path / "issued.xlsx"
    write_book(school_book(pack, sizes=SIZES), path)
    assert read_school_book(path)[0] == opening_answer(pack)
    assert read_school_book(path)[0] != SchoolAnswer(school_id="S1")
