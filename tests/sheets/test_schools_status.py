"""Schools status: what came, what it comes to, what to do."""

from datetime import date
from decimal import Decimal

from xlbudget.model.origin import Origin
from xlbudget.model.school_standing import Counted, LeftOut, SchoolStanding
from xlbudget.sheets.plan import Link
from xlbudget.sheets.schools_status import answers_in_words, schools_status_sheet

OAK = SchoolStanding(
    school_id="S1",
    name="Oak",
    state="accepted",
    counted=Counted.YES,
    file="Oak_S1.xlsx",
    received=date(2026, 3, 1),
    lines=3,
    year_1=Decimal(90),
    total=Decimal(270),
    allocated=Decimal(100),
)
ELM = SchoolStanding(
    school_id="S2", name="Elm", state="missing", counted=Counted.NO, to_do="Ask for it"
)
OUT = LeftOut(
    school_id="S1",
    line_id="L9",
    description="@SUM(1)",
    year_1=Decimal(5),
    total=Decimal(15),
    reason="Too dear",
    origin=Origin(file="Oak_S1.xlsx", sheet="My lines", row=12),
)


def sheet(schools=(OAK, ELM), out=()):
    return schools_status_sheet(schools, out, {"S1": "4"})


def test_a_school_has_its_state_money_and_what_to_do():
    oak, elm = sheet().tables[0].rows
    assert oak.cells[:9] == (
        *("Oak", "S1", "accepted", "yes", "nothing"),
        *(3, Decimal(90), Decimal(100), Decimal(10)),
    )
    assert elm.cells[2:5] == ("missing", "no", "Ask for it")


def test_a_school_leads_to_its_first_row_of_sources():
    oak, elm = sheet().tables[0].rows
    assert oak.cells[-1] == Link("Go to its lines", "Sources", "{Sources|4|Line}")
    assert elm.cells[-1] == "no line"


def test_what_is_not_in_the_budget_is_said_in_words():
    assert answers_in_words((OAK, ELM)).value == (
        "1 of 2 schools have their answer in it; 1 left out, 0 with last year's lines"
    )


def test_the_head_sums_up_the_schools():
    assert [headline.cell.value for headline in sheet().headlines] == [90, 100, 10]


def test_a_line_left_out_is_named_with_its_place_and_reason():
    (row,) = sheet(out=(OUT,)).tables[1].rows
    assert row.cells == (
        *("S1", "L9", "@SUM(1)", "Too dear", "Oak_S1.xlsx, My lines, row 12"),
        *(Decimal(5), Decimal(15)),
    )


def test_without_schools_and_lines_left_out_the_tables_say_none():
    assert [table.rows[0].cells[0] for table in sheet(schools=()).tables] == ["none", "none"]
