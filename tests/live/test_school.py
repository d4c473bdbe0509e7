"""A school's workbook in a running LibreOffice: filled as a person would, its words follow."""

from dataclasses import replace
from decimal import Decimal

import pytest

from judges import cached
from judges.libreoffice import LibreOfficeError
from livebook import LiveBook
from school_answers import REASON, answered, new_line, school_pack
from xlbudget.model.finding import Severity
from xlbudget.model.school_answer import BuildingGoal, opening_answer
from xlbudget.sheets.school import Sizes, school_book
from xlbudget.workbook.intake.school import read_school_book
from xlbudget.workbook.lint import Profile
from xlbudget.workbook.lint.run import lint
from xlbudget.workbook.write import write_book

SIZES = Sizes(lines=4, spare_lines=3, goals=3, district_goals=2, items=3, sources=3)
DAY = 46080  # 2026-02-27
TYPED = (
    ("BuildingGoals", 1, "The goal in one sentence", "Every student practices math"),
    ("BuildingGoals", 1, "District goal it serves", "G1 · Grade 3 reading: 70 % proficient"),
    ("BuildingGoals", 1, "Measure", "minutes"),
    ("MyLines", 0, "What to do", "Change"),
    ("MyLines", 0, "Quantity", 31),
    ("MyLines", 1, "What to do", "Drop"),
    ("MyLines", 3, "Item", "I2 · Reading licence (16.50)"),
    ("MyLines", 3, "Quantity", 10),
    ("MyLines", 3, "Goal", "G2 · Small-group reading every day"),
    ("MyLines", 3, "Why", REASON),
    ("MyLines", 4, "What to do", "New"),
    ("MyLines", 4, "Item", "Other · not on the list"),
    ("MyLines", 4, "Description", "Lamp"),
    ("MyLines", 4, "Quantity", 2),
    ("MyLines", 4, "Price if Other", 9.5),
    ("MyLines", 4, "Goal", "S1-G01 · Every student practices math"),
    ("MyLines", 4, "Why", REASON),
    ("SignOff", 0, "Entry", "Dana"),
    ("SignOff", 1, "Entry", "Principal"),
    ("SignOff", 2, "Entry", DAY),
)
GOAL = BuildingGoal(
    goal_id="S1-G01",
    statement="Every student practices math",
    parent_goal_id="G1",
    measure="minutes",
)
ANSWER = answered(
    new_line(),
    new_line(
        "S1-N02",
        action="New",
        item_id="Other",
        description="Lamp",
        quantity=Decimal(2),
        price=Decimal("9.5"),
        goal_id="S1-G01",
    ),
    goals=(*answered().goals, GOAL),
    L1={"action": "Change", "quantity": Decimal(31)},
    L2={"action": "Drop"},
)


@pytest.fixture(scope="module")
def issued(tmp_path_factory):
    """The workbook as it is issued, and its file."""
    book = school_book(school_pack(), sizes=SIZES)
    path = tmp_path_factory.mktemp("school") / "issued.xlsx"
    write_book(book, path)
    return book, path


@pytest.fixture
def live(issued, libreoffice):
    """The issued workbook open in LibreOffice."""
    opened = LiveBook.open(libreoffice, *issued)
    yield opened
    opened.close()


def words(live):
    return live.at("CheckTotals", "words", "Value")


def missing(live):
    return live.at("CheckTotals", "missing", "Value")


def test_a_person_fills_it_and_it_says_ready(live, tmp_path):
    assert words(live) == "Not ready: 1 point missing, see Check and send"
    for table, row, column, value in TYPED:
        live.put(table, row, column, value)
    made = school_book(school_pack(), ANSWER, sizes=SIZES)
    assert words(live) == "Ready to send" == made.master
    assert missing(live) == "Still missing: nothing"
    saved = tmp_path / "filled.xlsx"
    live.office.save_as(live.handle, saved)
    answer, findings = read_school_book(saved)
    assert (answer, [item for item in findings if item.severity != "information"]) == (ANSWER, [])
    assert len(TYPED) <= 40


def test_the_figures_that_were_typed_are_those_that_python_computes(live, tmp_path):
    for table, row, column, value in TYPED:
        live.put(table, row, column, value)
    path = tmp_path / "made.xlsx"
    write_book(school_book(school_pack(), ANSWER, sizes=SIZES), path)
    by_python = cached.read_cached(path)
    by_person = live.office.recalc(live.handle).values
    unlike = [
        (sheet, cell)
        for sheet, cells in by_python.items()
        for cell, held in cells.items()
        if not cached.agree(held.value, by_person[sheet].get(cell))
    ]
    assert unlike == []


def test_each_thing_that_is_missing_is_said_as_it_goes(live):
    live.put("MyLines", 3, "Description", "Something")
    assert live.value("MyLines", 3, "Still missing") == (
        "an item of the list, a quantity, a goal, a reason"
    )
    assert "a goal (1)" in missing(live)
    live.put("MyLines", 3, "Description", None)
    assert live.value("MyLines", 3, "Still missing") == ""
    live.put("MyLines", 0, "Quantity", 40)
    assert live.value("MyLines", 0, "Still missing") == "Change in place of Keep"
    live.put("MyLines", 0, "What to do", "Change")
    assert live.value("MyLines", 0, "Still missing") == "complete"


def test_money_that_does_not_suffice_is_said_on_every_sheet(live):
    live.put("MyLines", 0, "What to do", "Change")
    live.put("MyLines", 0, "Quantity", 60)
    assert live.at("MoneyByYear", "words", "Year 1") == "6,660 too much"
    told = "FY2027: 15,000 dollars allocated, 21,660 planned, 6,660 too much"
    assert live.at("AboutBudget", "Money", "Value") == told
    assert live.office.get(live.handle, "Start", "A5")[0] == told
    for row, value in enumerate(("Dana", "Principal", DAY)):
        live.put("SignOff", row, "Entry", value)
    assert words(live) == "Ready to send, with 1 point to explain, see Check and send"
    assert live.office.get(live.handle, "My lines", "A3")[0] == words(live)
    live.put("SignOff", 3, "Entry", "Agreed with the finance office")
    assert words(live) == "Ready to send"


@pytest.mark.parametrize(
    ("column", "value", "noun"),
    [
        ("Goal", "A pasted goal", "a goal"),
        ("Paid from", None, "a source"),
        ("Item", "Anything", "an item of the list"),
        ("Quantity", "thirty", "Change in place of Keep"),
        ("What to do", "Perhaps", "what to do"),
        ("Why", "no", "a reason"),
        ("Price if Other", 5, "an empty price cell"),
    ],
)
def test_what_is_pasted_over_gives_words_and_no_error(live, column, value, noun):
    live.put("MyLines", 0, column, value)
    assert noun in live.value("MyLines", 0, "Still missing")
    assert noun in missing(live)
    assert live.office.recalc(live.handle).errors == []


def test_locked_cells_refuse_and_those_to_fill_do_not(live):
    with pytest.raises(LibreOfficeError):
        live.put("MyLines", 0, "Dollars this year", 5)
    with pytest.raises(LibreOfficeError):
        live.put("LineFigures", 0, "Units", 5)
    with pytest.raises(LibreOfficeError):
        live.office.insert_rows(live.handle, "My lines", 10)
    live.put("MyLines", 6, "Why", REASON)


def test_an_issued_workbook_comes_back_the_same_after_a_save(issued, libreoffice, tmp_path):
    opened = LiveBook.open(libreoffice, *issued)
    saved = tmp_path / "saved.xlsx"
    opened.office.save_as(opened.handle, saved)
    opened.close()
    assert read_school_book(saved)[0] == opening_answer(school_pack())
    told = lint(saved, Profile.SCHOOL)
    assert [str(item) for item in told if item.severity is not Severity.INFORMATION] == []


def open_to_all(book):
    """A book without any protection, as a person may make it."""
    return replace(book, sheets=tuple(replace(sheet, protected=False) for sheet in book.sheets))


@pytest.fixture(scope="module")
def unlocked(tmp_path_factory):
    """The filled workbook without protection, and its file."""
    book = open_to_all(school_book(school_pack(), ANSWER, sizes=SIZES))
    path = tmp_path_factory.mktemp("unlocked") / "unlocked.xlsx"
    write_book(book, path)
    return book, path


@pytest.mark.parametrize(
    ("check", "cell", "value"),
    [
        ("T01", ("MyLines", 4, "Line"), "L1"),
        ("T03", ("MyLines", 0, "Dollars this year"), 1),
        ("T04", ("MoneyByGoal", 0, "Year 1"), 1),
        ("T05", ("MoneyBySource", 0, "Year 1"), 1),
    ],
)
def test_figures_that_disagree_are_found(unlocked, libreoffice, check, cell, value):
    live = LiveBook.open(libreoffice, *unlocked)
    assert live.at("Checks", check, "Status") == "OK"
    live.put(*cell, value)
    assert live.at("Checks", check, "Status") == "look"
    assert words(live).startswith("Not ready")
    live.close()


def test_a_row_that_is_not_worked_out_is_found(unlocked, libreoffice):
    live = LiveBook.open(libreoffice, *unlocked)
    sheet, cell = live.address("MyLines", 2, "Line")
    live.office.insert_rows(live.handle, sheet, int(cell[1:]))
    assert live.at("Checks", "T02", "Status") == "look"
    live.close()
