"""A template held against its book: what is not as made is told, and what cannot be is refused."""

import zipfile
from dataclasses import replace
from decimal import Decimal

import pytest

from clean import clean_budget
from workbook.intake.filled import cell_of, number, put
from xlbudget.model import PlanGoal
from xlbudget.model.finding import Severity
from xlbudget.sheets.book import district_book
from xlbudget.sheets.empty_budget import empty_budget
from xlbudget.sheets.plan import Column
from xlbudget.sheets.template import room_for, template_book
from xlbudget.workbook.fill import fill_budget, open_template
from xlbudget.workbook.read import open_book
from xlbudget.workbook.write import write_book

ROOM = room_for(12, 9)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    path = tmp_path_factory.mktemp("made") / "template.xlsx"
    write_book(template_book(room=ROOM), path)
    return path


@pytest.fixture
def template(made, tmp_path):
    path = tmp_path / "template.xlsx"
    path.write_bytes(made.read_bytes())
    return path


def filled(path, budget):
    template, _ = open_template(path)
    copy, found = fill_budget(template, budget, ())
    if copy is None:
        return None, found
    out = path.with_name("out.xlsx")
    out.write_bytes(copy.data)
    return out, found


def stored(path, tab, ref):
    cells = open_book(path).sheet(tab).cells
    return cells.formulas.get(ref), cells.values.get(ref)


def formula(text, value):
    return "", f"<f>{text}</f><v>{value}</v>"


# --- what was typed over or changed


def test_a_number_typed_over_a_formula_stays_and_is_told_with_its_cell(template):
    ref = put(template, "LineItems", "Year 1", number(77))
    _, found = open_template(template)
    assert [(item.code, item.place.sheet, item.place.cell) for item in found] == [
        ("XLF-06", "Line items", ref)
    ]
    out, _ = filled(template, clean_budget())
    assert stored(out, "Line items", ref) == (None, 77)


def test_another_formula_stays_without_a_result_and_nothing_that_follows_has_one(template):
    ref = put(template, "LineItems", "Year 1", formula("1+1", 2))
    _, found = open_template(template)
    assert [(item.code, item.place.cell) for item in found] == [("XLF-07", ref)]
    assert "=1+1" in found[0].saw
    out, _ = filled(template, clean_budget())
    assert stored(out, "Line items", ref)[0] == "1+1"
    for table in ("CostByArea", "FundingPlan", "Funding"):
        at = cell_of(out, table, "Year 1" if table != "Funding" else "Paid 1")
        assert type(stored(out, *at)[1]).__name__ == "NotCalculated", table
    assert type(stored(out, "Summary", "A6")[1]).__name__ == "NotCalculated"
    assert stored(out, *cell_of(out, "Growth", "Year 1"))[1] == 1


def test_results_that_do_not_follow_from_a_changed_formula_are_stored(template):
    put(template, "GainPrices", "Measure", formula("1+1", 2))
    out, _ = filled(template, clean_budget())
    assert type(stored(out, *cell_of(out, "GainPrices", "Measure"))[1]).__name__ == "NotCalculated"
    assert stored(out, *cell_of(out, "LineItems", "Year 1"))[1] > 0


def test_like_faults_of_a_column_are_one_finding(template):
    for row in (1, 2, 3):
        put(template, "LineItems", "Year 2", number(5), row=row)
    _, found = open_template(template)
    assert len(found) == 1
    assert "3 cells" in found[0].saw


# --- refusals, all at once, and nothing is written


def test_more_records_than_rows_are_refused_with_the_ids_that_have_none(template):
    goals = tuple(
        PlanGoal(goal_id=f"G{n}", plan="district", statement=f"Goal {n}") for n in range(11)
    )
    budget = clean_budget()
    lines = tuple(replace(budget.lines[0], line_id=f"L{n}") for n in range(14))
    out, found = filled(template, replace(budget, goals=goals, lines=lines))
    assert out is None
    assert [item.code for item in found] == ["XLF-04", "XLF-04"]
    assert "Goals has 9 rows, and the budget has 11 records" in found[0].saw
    assert "no row for G9, G10" in found[0].saw
    assert found[0].fix.endswith("xlbudget template --lines 14 --records 11")
    assert found[1].place.sheet == "Line items"


def test_a_plan_of_other_years_is_refused(template):
    district = replace(clean_budget().district, horizon_years=3)
    out, found = filled(template, replace(clean_budget(), district=district))
    assert out is None
    assert [item.code for item in found] == ["XLF-05"]
    assert "3 years, the template 5" in found[0].saw


def test_another_first_year_is_only_a_value(template):
    district = replace(clean_budget().district, base_fiscal_year=2031)
    out, _ = filled(template, replace(clean_budget(), district=district))
    sheet, ref = cell_of(out, "Frame", "Value", row=6)
    values = [cell_of(out, "Frame", "Value", row=row) for row in range(1, 13)]
    assert 2031 in [stored(out, *at)[1] for at in values]
    assert sheet == "Assumptions"
    assert ref.startswith("B")


def test_a_price_growth_class_of_its_own_is_refused(template):
    from xlbudget.model import Assumption  # noqa: PLC0415

    own = Assumption(key="escalation_fuel", value=Decimal("0.05"))
    out, found = filled(template, replace(clean_budget(), assumptions=(own,)))
    assert out is None
    assert {item.code for item in found} == {"XLF-04"}
    assert "Growth" in found[0].saw


def test_what_is_no_workbook_of_ours_is_refused_in_one_sentence(tmp_path):
    import xlsxwriter  # noqa: PLC0415

    with xlsxwriter.Workbook(tmp_path / "other.xlsx") as out:
        out.add_worksheet("Data").write("A1", "Hello")
    template, found = open_template(tmp_path / "other.xlsx")
    assert template is None
    assert [item.code for item in found] == ["XLF-01"]


def test_every_sheet_table_and_column_that_is_missing_is_named_at_once(tmp_path):
    book = template_book(room=ROOM)
    sheets = []
    for sheet in book.sheets:
        if sheet.title == "Team":
            first, *rest = sheet.tables
            renamed = replace(first.columns[1], header="Somebody")
            first = replace(first, columns=(first.columns[0], renamed, *first.columns[2:]))
            sheets.append(replace(sheet, tables=(first, *rest)))
        elif sheet.title != "Practices":
            sheets.append(sheet)
    path = tmp_path / "template.xlsx"
    write_book(replace(book, sheets=tuple(sheets), names=_without(book.names, "Practice")), path)
    template, found = open_template(path)
    assert template is None
    assert all(item.severity is Severity.FATAL for item in found)
    assert [item.saw for item in found] == [
        "The table Team lacks Name",
        "The sheet Practices is not there",
    ]


def _without(names, word):
    return tuple(name for name in names if word not in name.refers)


def test_a_name_that_stands_for_another_cell_is_refused(template, rewrite_all):
    with zipfile.ZipFile(template) as package:
        book = package.read("xl/workbook.xml").decode()
    start = book.index('name="BaseYear"')
    old = book[start : book.index("</definedName>", start)]
    rewrite_all(template, {old: 'name="BaseYear">Lists!$B$1'})
    made, found = open_template(template)
    assert made is None
    assert "The name BaseYear stands for Lists!$B$1" in found[0].saw


def test_a_block_with_rows_of_its_own_number_is_refused(tmp_path):
    book = template_book(room=ROOM)
    sheets = tuple(_grown(sheet) for sheet in book.sheets)
    path = tmp_path / "template.xlsx"
    write_book(replace(book, sheets=sheets), path)
    made, found = open_template(path)
    assert made is None
    assert {item.code for item in found} == {"XLF-03"}
    assert any("DistrictGoals" in item.saw for item in found)


def _grown(sheet):
    if sheet.title != "Goals":
        return sheet
    return replace(sheet, tables=(replace(sheet.tables[0], spare_rows=20),))


def test_tables_that_the_spreadsheet_forgot_are_found_by_their_headers(tmp_path):
    book = template_book(room=ROOM)
    wanted = {"Goals", "Team", "Calendar", "CostByArea", "CostTotals"}
    sheets = tuple(
        replace(
            sheet,
            tables=tuple(
                replace(table, plain=True) if table.name in wanted else table
                for table in sheet.tables
            ),
        )
        for sheet in book.sheets
    )
    path = tmp_path / "template.xlsx"
    write_book(replace(book, sheets=sheets), path)
    template, found = open_template(path)
    assert found == ()
    full, _ = open_template(path)
    assert full.match.room.rows["Goals"] == 9
    assert template.match.spots.tables.keys() >= wanted


def test_a_chart_that_ends_before_the_last_goal_is_told(tmp_path):
    goals = tuple(
        PlanGoal(goal_id=f"G{n}", plan="district", statement=f"Goal {n}") for n in range(7)
    )
    few = replace(clean_budget(), goals=(*clean_budget().goals, *goals[:2]))
    many = replace(clean_budget(), goals=(*clean_budget().goals, *goals))
    path = tmp_path / "template.xlsx"
    write_book(district_book(few, (), room=ROOM), path)
    template, _ = open_template(path)
    assert fill_budget(template, few, ())[1] == ()
    copy, found = fill_budget(template, many, ())
    assert copy is not None
    assert {item.code for item in found} == {"XLF-09"}
    assert "GoalChart" in found[0].saw


def test_an_empty_budget_changes_nothing_but_the_words_about_charts(template):
    ready, _ = open_template(template)
    copy, _ = fill_budget(ready, empty_budget(), ())
    assert copy.cells == {}


def test_columns_are_met_by_headers_written_a_little_otherwise(tmp_path):
    book = template_book(room=ROOM)
    sheets = tuple(_renamed(sheet) for sheet in book.sheets)
    path = tmp_path / "template.xlsx"
    write_book(replace(book, sheets=sheets), path)
    template, found = open_template(path)
    assert found == ()
    out, _ = fill_budget(template, clean_budget(), ())
    assert "Team" not in out.cells or out.cells["Team"] > 0


def _renamed(sheet):
    if sheet.title != "Team":
        return sheet
    first, *rest = sheet.tables
    columns = tuple(_spelled(column) for column in first.columns)
    return replace(sheet, tables=(replace(first, columns=columns), *rest))


def _spelled(column: Column):
    return replace(column, header=column.header.upper() + " ")
