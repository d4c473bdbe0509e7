"""words: figures in words, the same in Python as in a spreadsheet."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.budgets import dollars, law
from judges import cached
from xlbudget.sheets.plan import Book, Calculated, Column, Role, Row, Sheet, Table, ref
from xlbudget.sheets.words import (
    grouped,
    grouped_formula,
    percent,
    percent_formula,
    thousands,
    thousands_by_year,
    thousands_formula,
)
from xlbudget.workbook.write import write_book

SHARES = ["0.305", "0.295", "0.285", "0.005", "0.004", "0", "1", "1.005", "-0.005", "-0.305"]
AMOUNTS = ["84000", "500", "499.99", "0", "-500", "-499", "-1500.5", "2500", "1234567.89"]
WHOLES = ["0", "7", "999", "1000", "1001", "120000", "1000000", "12345678", "1000000007"]


# --- worked by hand


@pytest.mark.parametrize(
    ("share", "words"),
    [
        ("0.305", "31 %"),
        ("0.304999", "30 %"),
        ("0.005", "1 %"),
        ("0.004", "0 %"),
        ("-0.305", "-31 %"),
        ("-0.004", "0 %"),
        ("1.5", "150 %"),
    ],
)
def test_a_share_is_whole_percent_rounded_half_up(share, words):
    assert percent(Decimal(share)) == words


def test_no_share_is_none():
    assert percent(None) == "none"


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("84000", "84 thousand dollars"),
        ("500", "1 thousand dollars"),
        ("499.99", "0 thousand dollars"),
        ("-500", "-1 thousand dollars"),
        ("-499", "0 thousand dollars"),
    ],
)
def test_dollars_are_whole_thousands_rounded_half_up(amount, words):
    assert thousands(Decimal(amount)) == words


@pytest.mark.parametrize(
    ("amount", "digits"),
    [
        ("0", "0"),
        ("999.49", "999"),
        ("999.5", "1,000"),
        ("120000", "120,000"),
        ("-1234567", "1,234,567"),
    ],
)
def test_an_amount_is_grouped_in_threes_without_its_sign(amount, digits):
    assert grouped(Decimal(amount)) == digits


def test_amounts_by_year_are_a_list():
    assert thousands_by_year(dollars(2_162_499, 2_211_500, -500)) == "2162, 2212, -1"
    assert thousands_by_year(()) == ""


# --- laws


@law
@given(st.decimals(-10, 10, places=6))
def test_percent_agrees_with_rounding_half_up(share):
    rounded = (share * 100).quantize(Decimal(1), ROUND_HALF_UP)
    assert percent(share) == f"{int(rounded)} %"


@law
@given(st.decimals(-(10**12), 10**12, places=2))
def test_thousands_agree_with_rounding_half_up_and_with_the_list(amount):
    rounded = int((amount / 1000).quantize(Decimal(1), ROUND_HALF_UP))
    assert thousands(amount) == f"{rounded} thousand dollars"
    assert thousands_by_year([amount]) == str(rounded)


@law
@given(st.integers(0, 10**12 - 1))
def test_groups_are_read_back(amount):
    digits = grouped(Decimal(amount))
    assert int(digits.replace(",", "")) == amount
    assert {len(group) for group in digits.split(",")[1:]} <= {3}


# --- another program


@pytest.fixture
def said(tmp_path):
    """Each figure beside what its formula says, in a workbook."""
    cases = (
        *((share, percent, percent_formula) for share in SHARES),
        *((amount, thousands, thousands_formula) for amount in AMOUNTS),
        *((amount, grouped, grouped_formula) for amount in WHOLES),
    )
    rows = tuple(
        Row(
            key=str(i),
            cells=(
                Decimal(figure),
                Calculated("=" + formula(ref("Said", str(i), "Figure")), words(Decimal(figure))),
            ),
        )
        for i, (figure, words, formula) in enumerate(cases)
    )
    columns = (Column(header="Figure"), Column(header="Words"))
    sheet = Sheet(
        title="Words",
        role=Role.OUTPUT,
        says="Figures.",
        tables=(Table(name="Said", columns=columns, rows=rows),),
    )
    path = tmp_path / "words.xlsx"
    book = Book(
        title="t",
        subject="s",
        author="a",
        sheets=(sheet,),
        names=(),
        opens_on="Words",
        created=date(2026, 7, 1),
    )
    write_book(book, path)
    return path


def test_libreoffice_says_the_same_words(said, libreoffice):
    assert [str(item) for item in cached.disagreements(said, libreoffice)] == []
