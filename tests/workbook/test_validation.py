"""validation: what a column takes, said before and after a wrong entry."""

from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from clean import clean_budget
from xlbudget.sheets.book import district_book
from xlbudget.sheets.layout import Layout
from xlbudget.sheets.plan import Column, Form, Part
from xlbudget.workbook.validation import MESSAGE_LIMIT, TITLE_LIMIT, validate_column
from xlbudget.workbook.write import write_book


class Page:
    """A sheet that keeps what it was told."""

    rules: ClassVar[list]

    def __init__(self):
        self.rules = []

    def data_validation(self, *facts):
        self.rules.append(facts)


def rules_of(column):
    page = Page()
    validate_column(page, column, 9, 20, 3)
    return page.rules


def rule_of(**facts):
    given = {"header": "Count", "part": Part.INPUT, "says": "How many."}
    return rules_of(Column(**(given | facts)))[0][-1]


@pytest.mark.parametrize(
    ("facts", "kind", "low", "high"),
    [
        ({"form": Form.WHOLE, "low": 1, "high": 50}, "integer", 1, 50),
        ({"form": Form.WHOLE}, "integer", -2e9, 2e9),
        ({"form": Form.YEAR}, "integer", 1990, 2110),
        ({"form": Form.YEAR, "low": 2000, "high": 2100}, "integer", 2000, 2100),
        ({"form": Form.SHARE, "low": 0, "high": 1}, "decimal", 0, 1),
        ({"form": Form.RATE, "low": -0.5, "high": 0.5}, "decimal", -0.5, 0.5),
        ({"form": Form.CENTS, "low": 0}, "decimal", 0, 1e13),
        ({"form": Form.DOLLARS}, "decimal", -1e13, 1e13),
        ({"form": Form.PLAIN}, "decimal", -1e13, 1e13),
        ({"form": Form.FACTOR}, "decimal", -1e13, 1e13),
        ({"form": Form.DATE}, "decimal", 1, 73_050),
    ],
)
def test_a_number_lies_between_bounds(facts, kind, low, high):
    rule = rule_of(**facts)
    found = [rule[name] for name in ("validate", "criteria", "minimum", "maximum")]
    assert found == [kind, "between", low, high]


def test_a_choice_comes_from_its_list():
    rule = rule_of(form=Form.TEXT, choices="AreaList")
    assert (rule["validate"], rule["source"]) == ("list", "=AreaList")


@pytest.mark.parametrize("form", [Form.TEXT, Form.WRAPPED])
def test_words_are_free_and_still_have_a_prompt(form):
    rule = rule_of(form=form)
    assert (rule["validate"], rule["input_message"]) == ("any", "How many.")


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"form": Form.WHOLE, "low": 1, "high": 50}, "Count takes a whole number from 1 to 50"),
        ({"form": Form.SHARE, "low": 0, "high": 1}, "Count takes a number from 0 to 1"),
        ({"form": Form.RATE, "low": -0.5, "high": 0.5}, "Count takes a number from -0.5 to 0.5"),
        ({"form": Form.CENTS}, "Count takes a number, without text."),
        ({"form": Form.DATE}, "Count takes a date, such as 2026-06-30."),
        ({"choices": "AreaList"}, "Count takes a choice from its list. How many."),
    ],
)
def test_a_refusal_says_what_is_allowed(facts, message):
    rule = rule_of(**facts)
    assert rule["error_message"].startswith(message)
    assert rule["error_type"] == "stop"


@pytest.mark.parametrize("part", [Part.CALCULATION, Part.OUTPUT, Part.LABEL])
def test_what_is_not_entered_takes_nothing(part):
    assert rules_of(Column(header="Count", part=part, form=Form.WHOLE)) == []


@pytest.mark.parametrize("part", [Part.INPUT, Part.KEY])
def test_all_rows_of_the_column_are_covered(part):
    rules = rules_of(Column(header="Count", part=part, form=Form.WHOLE))
    assert [rule[:4] for rule in rules] == [(9, 3, 20, 3)]


@given(st.text(max_size=400), st.text(min_size=1, max_size=60), st.sampled_from(Form))
def test_no_text_is_longer_than_a_spreadsheet_shows(says, header, form):
    rule = rule_of(header=header, says=says, form=form, choices="List")
    titles, messages = (rule["input_title"], rule["error_title"]), (rule["input_message"],)
    assert max(map(len, titles)) <= TITLE_LIMIT
    assert max(map(len, (*messages, rule["error_message"]))) <= MESSAGE_LIMIT


def test_a_title_of_the_book_is_never_cut():
    book = district_book(clean_budget(), ())
    columns = [
        column for sheet in book.sheets for table in sheet.tables for column in table.columns
    ]
    inputs = [column for column in columns if column.part in {Part.INPUT, Part.KEY}]
    assert [column.header for column in inputs if len(column.header) > TITLE_LIMIT] == []
    assert [column.header for column in inputs if len(column.says) > MESSAGE_LIMIT] == []


@pytest.fixture(scope="module")
def frame_rules(tmp_path_factory):
    """Return the validations of the district's facts, by cell, from a whole workbook."""
    path = tmp_path_factory.mktemp("frame") / "frame.xlsx"
    book = district_book(clean_budget(), ())
    write_book(book, path)
    sheet = load_workbook(path)["Assumptions"]
    placed = Layout(book).tables["Frame"]
    keys = {placed.first_row + i + 1: row.key for i, row in enumerate(placed.table.rows)}
    found = {}
    for rule in sheet.data_validations.dataValidation:
        for cell in rule.sqref.ranges:
            if cell.min_col == 2 and cell.min_row in keys:
                found[keys[cell.min_row]] = rule
    return found


@pytest.mark.parametrize("fact", ["name", "state", "nces_id", "owner", "vision"])
def test_a_fact_in_words_takes_any_words(frame_rules, fact):
    assert frame_rules[fact].type is None
    assert frame_rules[fact].prompt


@pytest.mark.parametrize(
    ("fact", "low", "high"),
    [("fiscal_year_start_month", "1", "12"), ("base_fiscal_year", "2000", "2100")],
)
def test_a_fact_in_numbers_has_its_own_bounds(frame_rules, fact, low, high):
    rule = frame_rules[fact]
    assert (rule.type, rule.formula1, rule.formula2) == ("whole", low, high)


def test_the_stage_is_picked_from_its_list(frame_rules):
    assert (frame_rules["stage"].type, frame_rules["stage"].formula1) == ("list", "StageList")


def test_the_horizon_is_fixed_and_takes_nothing(frame_rules):
    assert "horizon_years" not in frame_rules
