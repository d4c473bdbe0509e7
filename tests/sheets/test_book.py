"""book: the standard workbook keeps the house rules, on every sheet and in every formula."""

import re

import pytest

from clean import clean_budget
from xlbudget.model import Budget, District
from xlbudget.model.rules import findings_of
from xlbudget.sheets.book import district_book
from xlbudget.sheets.layout import Layout, cells_of
from xlbudget.sheets.plan import Calculated, Part

EXCEL_2010 = set(
    """ABS AND COLUMN COUNT COUNTA COUNTIF COUNTIFS FIND HYPERLINK IF IFERROR INDEX INT ISNUMBER
    ISTEXT LEFT LEN LOWER MATCH MAX MID MIN MOD MONTH N NOT OR REPT RIGHT SQRT ROUND ROUNDUP ROW
    ROWS SEARCH SMALL LARGE SUBSTITUTE SUM SUMIF SUMIFS SUMPRODUCT TRIM YEAR""".split()  # noqa: SIM905 - one word list
)
SPECIAL = re.compile(r"[\[\]#'@,:.\"{}$^&*+=<>/-]")


@pytest.fixture(scope="module")
def book():
    budget = clean_budget()
    return district_book(budget, findings_of(budget))


@pytest.fixture(scope="module")
def formulas(book):
    layout, found = Layout(book), []
    for sheet in book.sheets:
        raw = [cell.formula for cell in cells_of(sheet) if isinstance(cell, Calculated)]
        raw += [column.formula for table in sheet.tables for column in table.columns]
        raw += [chart.finding.formula for chart in sheet.charts]
        found += [(sheet.title, layout.formula(formula, sheet.title)) for formula in raw if formula]
    return found


def without_text(formula):
    return re.sub(r'"[^"]*"', '""', formula)


def functions_of(formula):
    return set(re.findall(r"([A-Z][A-Z0-9.]*)\(", without_text(formula)))


def if_depth(formula):
    depth, deepest, stack = 0, 0, []
    for name in re.findall(r"([A-Z]*)\(|(\))", without_text(formula)):
        if name[1]:
            depth -= stack.pop()
        else:
            stack.append(name[0] == "IF")
            depth += stack[-1]
            deepest = max(deepest, depth)
    return deepest


def test_sheets_stand_in_the_order_of_the_flow(book):
    titles = [sheet.title for sheet in book.sheets]
    assert titles == [
        "About", "Guide", "Assumptions", "Team", "Schools", "Goals", "Programs", "Practices",
        "Standard items", "Funding", "Drivers", "Outcomes", "Savings", "Line items",
        "Cost of ownership", "Cost by year", "Scenarios", "Return", "Alignment", "Funding plan",
        "Summary", "Checks", "Findings", "Scratch", "Lists", "Log", "Manifest",
    ]  # fmt: skip
    assert book.opens_on in titles


def test_only_functions_of_excel_2010_are_used(formulas):
    used = set().union(*(functions_of(formula) for _, formula in formulas))
    assert used - EXCEL_2010 == set()


def test_ifs_are_nested_at_most_twice(formulas):
    deep = [(sheet, formula) for sheet, formula in formulas if if_depth(formula) > 2]
    assert deep == []


def test_no_formula_uses_the_short_this_row_form_or_braces(formulas):
    odd = [formula for _, formula in formulas if re.search(r"@|\{|\}", without_text(formula))]
    assert odd == []


def test_no_formula_is_longer_than_a_spreadsheet_takes(formulas):
    assert max(len(formula) for _, formula in formulas) < 4096


def test_headers_that_formulas_name_need_no_escape(book):
    tables = {table.name: table for sheet in book.sheets for table in sheet.tables}
    named = set()
    for sheet in book.sheets:
        for table in sheet.tables:
            for column in table.columns:
                named |= set(re.findall(r"(\w+)\[\[#This Row\],\[([^\]]+)\]\]", column.formula))
    assert [pair for pair in named if SPECIAL.search(pair[1])] == []
    known = {(name, c.header) for name, table in tables.items() for c in table.columns}
    assert named - known == set()


def test_tables_and_headers_are_unique(book):
    names = [table.name.lower() for sheet in book.sheets for table in sheet.tables]
    assert len(names) == len(set(names))
    for sheet in book.sheets:
        for table in sheet.tables:
            headers = [column.header.lower() for column in table.columns]
            assert len(headers) == len(set(headers)), table.name


def test_no_name_looks_like_a_cell(book):
    names = [name.name for name in book.names]
    names += [table.name for sheet in book.sheets for table in sheet.tables]
    assert [name for name in names if re.fullmatch(r"(?i)[a-z]{1,3}\d+|r\d*c?\d*|c", name)] == []


def test_every_input_column_says_what_it_takes(book):
    silent = [
        (table.name, column.header)
        for sheet in book.sheets
        for table in sheet.tables
        for column in table.columns
        if column.part in {Part.INPUT, Part.KEY}
        and not column.says
        and not any(row.takes for row in table.rows)
    ]
    assert silent == []


def test_every_row_is_as_wide_as_its_table(book):
    for sheet in book.sheets:
        for table in sheet.tables:
            widths = {len(row.cells) for row in table.rows} | {len(table.spare_cells)}
            assert widths <= {len(table.columns), 0}, table.name


def test_sheet_titles_are_allowed_everywhere(book):
    for sheet in book.sheets:
        assert len(sheet.title) <= 31
        assert not re.search(r"[\[\]:*?/\\]", sheet.title)


def test_every_sheet_says_in_one_line_what_it_is_for(book):
    assert all(20 < len(sheet.says) < 200 for sheet in book.sheets)


def test_charts_have_findings_and_alt_text(book):
    charts = [chart for sheet in book.sheets for chart in sheet.charts]
    assert len(charts) >= 6
    assert all(len(chart.alt) > 20 and chart.y_title for chart in charts)


@pytest.mark.parametrize("years", [1, 10])
def test_a_district_without_any_record_has_a_whole_book(years):
    district = District(
        name="Empty",
        fiscal_year_start_month=7,
        base_fiscal_year=2027,
        horizon_years=years,
    )
    assert len(district_book(Budget(district=district), ()).sheets) == 27


def test_columns_that_formulas_name_exist_and_need_no_escape(book, formulas):
    tables = {table.name: table for sheet in book.sheets for table in sheet.tables}
    known = {(name, c.header) for name, table in tables.items() for c in table.columns}
    named = set()
    for _, formula in formulas:
        plain = without_text(formula)
        named |= set(re.findall(r"\b([A-Z]\w+)\[([^\[\]]+)\]", plain))
        for table, first, last in re.findall(r"\b([A-Z]\w+)\[\[([^#\]]+)\]:\[([^\]]+)\]\]", plain):
            named |= {(table, first), (table, last)}
    assert len(named) > 50
    assert named - known == set()
    assert [pair for pair in named if SPECIAL.search(pair[1])] == []
