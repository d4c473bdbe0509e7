"""record_table: columns and rows of a kind of record, from the record's own description."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest
from hypothesis import given

from analysis.budgets import law
from sheets.reading import column_of, described, headers_of
from sheets.rich import shown
from strategies import budgets
from xlbudget.model import FundingSource, Program, School
from xlbudget.model.choices import Area
from xlbudget.model.field import Kind, Years, column, field_named, fields_of
from xlbudget.sheets.plan import Calculated, Column, Form, Part
from xlbudget.sheets.record_table import (
    headers_of as headers_of_field,
)
from xlbudget.sheets.record_table import (
    record_cells,
    record_columns,
    record_table,
    year_labels,
)

YEARS = (2027, 2028)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A record with a column of every kind."""

    thing_id: str = column(Kind.ID, "Id.")
    note: str = column(Kind.TEXT, "Note.")
    area: str = column(Kind.CHOICE, "Area.", choices=Area)
    school_id: str = column(Kind.ID, "School.", refers="School")
    growth: str = column(Kind.ID, "Growth.", refers="Escalation")
    price: Decimal | None = column(Kind.MONEY, "Price.", low=0, unit="$")
    amount: Years = column(Kind.MONEY, "Amount.", yearly=True)
    count: Decimal | None = column(Kind.NUMBER, "Count.")
    life: int | None = column(Kind.WHOLE, "Life.", low=1, high=50)
    share: Decimal | None = column(Kind.SHARE, "Share.", low=0, high=1)
    rate: Decimal | None = column(Kind.RATE, "Rate.")
    year: int | None = column(Kind.YEAR, "Year.")
    day: date | None = column(Kind.DATE, "Day.")
    used: bool = column(Kind.YES_NO, "Used.")
    tags: tuple[str, ...] = column(Kind.TAGS, "Tags.")


LABELS = {"School": {"S1": "S1 · Oak"}}
FULL = Thing(
    thing_id="T1",
    note="New",
    area="hardware",
    school_id="S1",
    growth="staff",
    price=Decimal("9.50"),
    amount={2027: Decimal(7), 2030: Decimal(9)},
    count=Decimal(0),
    life=4,
    share=Decimal("0.5"),
    rate=Decimal("0.03"),
    year=2028,
    day=date(2026, 7, 1),
    used=True,
    tags=("pilot", "new"),
)
TABLE = record_table(Thing, (FULL, Thing()), YEARS, LABELS, name="Things", spare_rows=3)


@pytest.mark.parametrize(
    ("header", "full", "blank"),
    [
        ("Thing", "T1", None),
        ("Note", "New", None),
        ("Area", "hardware", None),
        ("School", "S1 · Oak", None),
        ("Growth", "staff", None),
        ("Price", Decimal("9.50"), None),
        ("Amount 1", Decimal(7), None),
        ("Amount 2", None, None),
        ("Count", Decimal(0), None),
        ("Life", 4, None),
        ("Share", Decimal("0.5"), None),
        ("Rate", Decimal("0.03"), None),
        ("Year", 2028, None),
        ("Day", date(2026, 7, 1), None),
        ("Used", "yes", "no"),
        ("Tags", "pilot;new", None),
    ],
)
def test_a_fact_is_a_cell_and_a_blank_one_is_empty(header, full, blank):
    assert column_of(TABLE, header) == [full, blank]


@pytest.mark.parametrize(
    ("header", "form", "choices"),
    [
        ("Thing", Form.TEXT, ""),
        ("Note", Form.WRAPPED, ""),
        ("Area", Form.TEXT, "AreaList"),
        ("School", Form.LABEL, "SchoolList"),
        ("Growth", Form.TEXT, "EscalationList"),
        ("Price", Form.CENTS, ""),
        ("Amount 1", Form.DOLLARS, ""),
        ("Count", Form.PLAIN, ""),
        ("Life", Form.WHOLE, ""),
        ("Share", Form.SHARE, ""),
        ("Rate", Form.RATE, ""),
        ("Year", Form.YEAR, ""),
        ("Day", Form.DATE, ""),
        ("Used", Form.TEXT, "YesNoList"),
        ("Tags", Form.WRAPPED, ""),
    ],
)
def test_a_column_shows_and_takes_what_its_field_says(header, form, choices):
    found = described(TABLE, header)
    assert (found.form, found.choices) == (form, choices)


def test_the_first_column_is_the_key_and_the_others_are_inputs():
    assert [item.part for item in TABLE.columns] == [Part.KEY, *[Part.INPUT] * 15]


def test_bounds_unit_and_prompt_come_from_the_field():
    life, price = described(TABLE, "Life"), described(TABLE, "Price")
    assert (life.low, life.high, life.says) == (1, 50, "Life.")
    assert (price.low, price.high, price.unit) == (0, None, "$")


def test_a_yearly_field_has_a_column_for_each_year():
    amount = field_named(FundingSource, "amount")
    assert headers_of_field(amount, (2027, 2028, 2029)) == ["Amount 1", "Amount 2", "Amount 3"]
    assert headers_of_field(field_named(FundingSource, "name"), YEARS) == ["Name"]


def test_fiscal_years_stand_above_yearly_columns_and_follow_the_base_year():
    labels = dict(zip(headers_of(TABLE), TABLE.labels, strict=True))
    assert labels["Amount 1"] == Calculated("=BaseYear", 2027)
    assert labels["Amount 2"] == Calculated("=BaseYear+1", 2028)
    assert [name for name, label in labels.items() if label] == ["Amount 1", "Amount 2"]


def test_a_number_at_the_end_of_a_header_need_not_be_a_year():
    columns = [Column(header=name) for name in ("Goal 1", "Wanted recurring 2", "Left")]
    assert [shown(label) for label in year_labels(columns, YEARS)] == [None, 2028, None]
    assert year_labels([Column(header="Goal 1")], YEARS) == ()


def test_an_unknown_id_is_shown_as_it_is():
    cells = record_cells(Thing(school_id="S9"), YEARS, LABELS)
    assert cells[3] == "S9"


def test_added_columns_follow_with_a_value_for_spare_rows():
    added = ((Column(header="Twice", formula="=1"), lambda item: 2 * item.life if item else 0),)
    table = record_table(
        Thing, (FULL,), YEARS, LABELS, name="Things", spare_rows=1, added=added, says="Fill."
    )
    assert headers_of(table)[-1] == "Twice"
    assert (table.rows[0].cells[-1], table.spare_cells[-1], table.spare_cells[0]) == (8, 0, None)
    assert (table.says, table.filtered, table.spare_rows) == ("Fill.", True, 1)


def test_records_with_one_id_have_rows_of_their_own():
    table = record_table(Thing, (FULL, FULL), YEARS, LABELS, name="Things", spare_rows=0)
    assert [row.key for row in table.rows] == ["T1#0", "T1#1"]


def test_a_column_is_as_wide_as_the_longest_word_of_its_header_or_as_told():
    widths = {item.header: item.width for item in record_columns(Program, YEARS, {"name": 44.0})}
    assert widths["Name"] == 44
    assert all(wide >= max(map(len, name.split())) for name, wide in widths.items())


@pytest.mark.parametrize("kind", [member for member in StrEnum.__subclasses__() if member is Kind])
def test_every_kind_has_been_shown_above(kind):
    assert {field.kind for field in fields_of(Thing)} == set(kind)


@law
@given(budgets(max_lines=0))
def test_there_are_as_many_cells_as_columns_whatever_the_budget(budget):
    years = budget.district.years
    widths = {len(record_cells(school, years, {})) for school in budget.schools}
    assert widths <= {len(record_columns(School, years))}
