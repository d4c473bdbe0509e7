"""service_sheets: findings, lists, log, and the digest of the workbook's structure."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.budgets import law
from clean import clean_budget
from sheets.reading import clean_context, column_of, context, described, table_of
from strategies import budgets
from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.sheets.context import context_of
from xlbudget.sheets.line_items import line_items_sheet
from xlbudget.sheets.plan import Column, Role, Row, Sheet, Table
from xlbudget.sheets.service_sheets import (
    escalation_classes,
    findings_sheet,
    lists_sheet,
    log_sheet,
    manifest_sheet,
    scratch_sheet,
    structure_digest,
)

FOUND = Finding(
    severity=Severity.WARNING,
    code="GOAL-01",
    place=Place(file="line_items.csv", row=3, column="goal_1"),
    saw="No goal",
    wants="Each line serves a goal",
    fix="Name one",
)
SHEET = Sheet(
    title="Data",
    role=Role.DATA,
    says="Fill it.",
    tables=(
        Table(
            name="Items",
            columns=(Column(header="Item"), Column(header="Twice", formula="=1*2")),
            rows=(Row(key="a", cells=("a", 2)),),
        ),
    ),
)


def with_column(column):
    table = replace(SHEET.tables[0], columns=(SHEET.tables[0].columns[0], column))
    return replace(SHEET, tables=(table,))


def test_a_finding_is_a_row_in_words():
    sheet = findings_sheet(context_of(clean_budget(), (FOUND,)))
    assert [row.cells for row in sheet.tables[0].rows] == [
        (
            "warning",
            "GOAL-01",
            "line_items.csv, row 3, goal_1",
            "No goal",
            "Each line serves a goal",
            "Name one",
        )
    ]
    assert "0 fatal; 1 warning; 0 remarks" in sheet.says


def test_without_findings_the_sheet_says_none():
    rows = findings_sheet(clean_context()).tables[0].rows
    assert [row.cells for row in rows] == [("none", *[None] * 5)]


def test_scratch_is_free():
    sheet = scratch_sheet()
    assert (sheet.tables, sheet.protected) == ((), False)


def test_the_constants_are_those_of_the_formulas():
    table = table_of(lists_sheet(clean_context()), "Constants")
    assert column_of(table, "Constant") == ["Once", "NoEnd"]
    assert column_of(table, "Value") == [99, 9999]


def test_growth_classes_are_those_that_have_a_rate():
    made = context(rates={"escalation_paper": "0.02"})
    assert escalation_classes(made)[0] == "general"
    assert "paper" in escalation_classes(made)[1:]
    words = column_of(table_of(lists_sheet(made), "Choices"), "EscalationList")
    assert tuple(word for word in words if word) == escalation_classes(made)


def test_the_log_begins_with_the_making_of_the_workbook():
    row = log_sheet(clean_context(), "9.8.7").tables[0].rows[0]
    assert row.cells[:2] == (date(2026, 3, 1), "generated")
    assert "xlbudget 9.8.7" in row.cells[2]


def test_the_manifest_says_which_workbook_this_is():
    sheet = manifest_sheet(clean_context(), "9.8.7", (SHEET,))
    facts = {row.key: row.cells[1] for row in table_of(sheet, "Manifest").rows}
    assert (facts["District"], facts["NCES id"]) == ("Clearwater Schools", "none")
    assert facts["Made by"] == "xlbudget 9.8.7"
    assert facts["Structure digest"] == structure_digest((SHEET,))
    assert [row.cells for row in table_of(sheet, "SheetRoles").rows] == [("Data", "data")]


@pytest.mark.parametrize(
    "changed",
    [
        replace(SHEET, title="Other"),
        replace(SHEET, tables=(replace(SHEET.tables[0], name="Others"),)),
        with_column(Column(header="Double", formula="=1*2")),
        with_column(Column(header="Twice", formula="=1*3")),
        replace(SHEET, tables=()),
    ],
    ids=["title", "table", "header", "formula", "tables"],
)
def test_the_digest_changes_with_the_structure(changed):
    assert structure_digest((changed,)) != structure_digest((SHEET,))


@pytest.mark.parametrize(
    "same",
    [
        replace(SHEET, says="Other words."),
        replace(SHEET, tables=(replace(SHEET.tables[0], rows=(), spare_rows=9),)),
        with_column(replace(described(SHEET.tables[0], "Twice"), width=40.0)),
    ],
    ids=["words", "inputs", "width"],
)
def test_the_digest_stays_with_everything_else(same):
    assert structure_digest((same,)) == structure_digest((SHEET,))


def test_the_order_of_sheets_is_structure():
    other = replace(SHEET, title="Other")
    assert structure_digest((SHEET, other)) != structure_digest((other, SHEET))


@law
@given(budgets(max_scenarios=4, horizons=st.just(5)))
def test_the_digest_of_line_items_does_not_depend_on_the_lines(budget):
    digest = structure_digest((line_items_sheet(context_of(budget, ())),))
    assert digest == structure_digest((line_items_sheet(clean_context()),))
