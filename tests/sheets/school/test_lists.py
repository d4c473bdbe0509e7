"""The sheet Lists: what drop-downs offer, in tables of a fixed size."""

from sheets.school.reading import SIZES, cell, column
from xlbudget.sheets.school.lists import NAMES, lists_sheet


def tables(made):
    return {table.name: table for table in lists_sheet(made, ()).tables}


def test_tables_have_the_rows_of_their_sizes(kept):
    rows = {name: len(table.rows) for name, table in tables(kept).items()}
    assert (rows["Items"], rows["Sources"], rows["LastYear"], rows["LineFigures"]) == (
        SIZES.items + 1,
        SIZES.sources,
        SIZES.lines,
        SIZES.rows,
    )


def test_other_follows_the_last_item_and_asks_for_a_price(kept):
    items = tables(kept)["Items"]
    assert column(items, "Item") == ["I1", "I2", "Other", None]
    assert column(items, "Asks price") == [0, 0, 1, None]


def test_last_years_line_has_what_its_cost_hangs_on(kept):
    table = tables(kept)["LastYear"]
    facts = ("Quantity", "Unit cost", "Whole", "Recurring from", "Factor 1", "Factor 2")
    assert [float(cell(table, "1", header)) for header in facts] == [30, 320, 1, 2027, 1, 0]
    assert float(cell(table, "1", "Spare share")) == 0.05


def test_names_are_told_with_what_they_are_for(kept):
    table = tables(kept)["Names"]
    assert column(table, "Name") == [name.name for name in NAMES]
    assert all(column(table, "What it is for"))


def test_the_words_of_what_to_do_have_their_meaning(kept):
    assert column(tables(kept)["Actions"], "What to do") == ["Keep", "Change", "Drop", "New"]
