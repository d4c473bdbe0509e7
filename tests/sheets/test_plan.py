"""plan: tokens, references and texts of formulas."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlbudget.sheets.plan import (
    Row,
    column_range,
    keyed,
    label_of,
    ref,
    row_range,
    text,
    this,
    whole,
)


@pytest.mark.parametrize(
    ("token", "written"),
    [
        (ref("Gap", "gap", "Year 1"), "{Gap|gap|Year 1}"),
        (ref("Gap", "gap", "Year 1", fixed=True), "{$Gap|gap|Year 1}"),
        (row_range("Gap", "gap", "Year 1", "Year 5"), "{Gap|gap|Year 1..Year 5}"),
        (row_range("Gap", "gap", "Year 1", "Year 5", fixed=True), "{$Gap|gap|Year 1..Year 5}"),
        (column_range("Gap", "Year 1"), "{$Gap|*|Year 1}"),
        (column_range("Gap", "Year 1", fixed=False), "{Gap|*|Year 1}"),
        (label_of("Gap", "Year 1"), "{Gap|^|Year 1}"),
        (label_of("Gap", "Year 1", fixed=True), "{$Gap|^|Year 1}"),
    ],
)
def test_a_token_names_table_row_and_column(token, written):
    assert token == written


def test_columns_are_named_as_excel_names_them():
    assert this("Unit price") == "LineItems[[#This Row],[Unit price]]"
    assert this("Name", "Schools") == "Schools[[#This Row],[Name]]"
    assert whole("Year 1") == "LineItems[Year 1]"
    assert whole("Ends", "Funding") == "Funding[Ends]"


def test_a_quote_in_a_text_is_doubled():
    assert text("plain") == '"plain"'
    assert text('say "why"') == '"say ""why"""'


@given(st.text())
def test_a_text_is_read_back_as_it_was(words):
    written = text(words)
    assert written[1:-1].replace('""', '"') == words
    assert written[1:-1].replace('""', "").count('"') == 0


def test_a_row_has_a_key_and_cells():
    assert keyed("a", ["x", 1]) == Row(key="a", cells=("x", 1))
