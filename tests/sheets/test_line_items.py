"""line_items: every cost once, in reading order, with what is missing in words."""

from hypothesis import given

from analysis.budgets import law, line
from clean import clean_budget
from sheets.reading import clean_context, column_of, context, described, headers_of, spare_of
from sheets.rich import shown
from strategies import budgets
from xlbudget.model import LineItem
from xlbudget.model.field import fields_of
from xlbudget.sheets.context import context_of
from xlbudget.sheets.line_items import line_items_sheet

CLEAN = line_items_sheet(clean_context())
TABLE = CLEAN.tables[0]


def test_a_line_is_read_from_what_it_is_to_what_it_costs():
    headers = headers_of(TABLE)
    assert headers[:4] == ["Line", "Still missing", "Description", "Program"]
    status = headers.index("Status")
    assert headers[status + 1 : status + 6] == [f"Year {k}" for k in range(1, 6)]
    assert headers[status + 6] == "Need"


def test_the_printed_part_ends_with_year_1():
    assert headers_of(TABLE)[CLEAN.print_columns - 1] == "Year 1"


def test_every_field_of_a_line_has_its_column():
    fields = {field.header for field in fields_of(LineItem) if not field.yearly}
    assert fields <= set(headers_of(TABLE))
    assert {f"Payment {k}" for k in range(1, 6)} <= set(headers_of(TABLE))


def test_the_clean_lines_stand_as_they_were_given():
    assert [row.key for row in TABLE.rows] == ["L1", "L2"]
    assert column_of(TABLE, "Still missing") == ["complete", "complete"]
    assert column_of(TABLE, "Goal 1")[0] == "G1 · Grade 3 reading: 70 % proficient"
    assert column_of(TABLE, "Year 1") == [9000, 4000]


def test_years_stand_above_their_columns():
    above = dict(zip(headers_of(TABLE), map(shown, TABLE.labels), strict=True))
    found = [above[name] for name in ("Year 1", "Payment 5", "Ownership 2", "Lost 3", "Line")]
    assert found == [2027, 2031, 2028, 2029, None]


def test_the_head_counts_lines_dollars_and_gaps():
    assert [shown(headline.cell) for headline in CLEAN.headlines] == [2, 13_000, 0]
    holed = line_items_sheet(context(line(), line("L2", description="")))
    assert [shown(headline.cell) for headline in holed.headlines] == [2, 200, 2]


def test_spare_rows_are_blank_and_say_nothing():
    assert TABLE.spare_rows == 2
    assert (spare_of(TABLE, "Line"), spare_of(TABLE, "Still missing")) == (None, "")


def test_complete_is_the_good_word():
    assert described(TABLE, "Still missing").good == "complete"


@law
@given(budgets())
def test_every_row_is_as_wide_as_the_table(budget):
    table = line_items_sheet(context_of(budget, ())).tables[0]
    widths = {len(row.cells) for row in table.rows} | {len(table.spare_cells), len(table.labels)}
    assert widths == {len(table.columns)}


def test_columns_do_not_depend_on_the_lines():
    empty = line_items_sheet(context_of(clean_budget(), ())).tables[0]
    assert headers_of(empty) == headers_of(line_items_sheet(context()).tables[0])
