"""What a cell says: numbers without binary noise, ids out of labels."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlbudget.sheets.labels import label
from xlbudget.workbook.intake.cell_text import id_in, number_text

cents = st.integers(-(10**13), 10**13).map(lambda n: Decimal(n) / 100)
ids = st.text(st.characters(codec="ascii", categories=("Lu", "Nd")), min_size=1, max_size=20)


@given(cents)
def test_every_amount_comes_back_to_the_cent(amount):
    assert Decimal(number_text(float(amount))) == amount


@pytest.mark.parametrize(
    ("number", "text"),
    [(0.1 + 0.2, "0.3"), (1.15 * 3, "3.45"), (1100.0, "1100"), (1e15, "1000000000000000")],
)
def test_a_number_is_what_the_cell_shows(number, text):
    assert number_text(number) == text


@given(ids, st.text(max_size=60))
def test_the_id_is_read_back_from_every_label(key, name):
    assert id_in(label(key, name)) == key
    assert id_in(f" {key} ") == key
