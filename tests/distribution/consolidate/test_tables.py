"""Parquet and CSV: the same lines to the cent, and text that stays text."""

import csv
from dataclasses import replace
from decimal import Decimal

import pandas as pd
import pyarrow.parquet as pq
import pytest

from distribution.consolidate.made import DATA, RISKY, YEARS, contract
from xlbudget.distribution.consolidate.tables import write_tables
from xlbudget.model.cost import line_costs
from xlbudget.model.delimited import safe_cell

AMOUNTS = [f"amount_{year}" for year in YEARS]


@pytest.fixture(scope="module")
def folder(merged, preview, tmp_path_factory):
    place = tmp_path_factory.mktemp("tables")
    write_tables([merged], preview.sum.schools, YEARS, place)
    return place


def rows(folder, name):
    with (folder / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_csv_amounts_add_up_to_what_the_dice_say(folder, made, merged):
    found = [row for row in rows(folder, "lines.csv") if row["school_id"]]
    truth = pd.DataFrame(made.truth)
    for year, name in zip(YEARS, AMOUNTS, strict=True):
        assert sum(Decimal(row[name]) for row in found) * 100 == int(truth[year].sum())
    assert len(found) == len(merged.budget.lines) - 2


def test_parquet_holds_the_same_lines_as_exact_decimals(folder):
    table = pq.read_table(folder / "lines.parquet")
    texts = rows(folder, "lines.csv")
    assert str(table.schema.field("amount_2027").type) == "decimal128(18, 2)"
    assert table.column("line_id").to_pylist() == [row["line_id"] for row in texts]
    assert [str(one) for one in table.column("amount_2028").to_pylist()] == [
        row["amount_2028"] for row in texts
    ]


def test_a_text_that_begins_like_a_formula_stays_text(folder):
    plain = pq.read_table(folder / "lines.parquet").column("description").to_pylist()
    told = [row["description"] for row in rows(folder, "lines.csv")]
    assert set(RISKY) & set(plain)
    assert told == [safe_cell(text) for text in plain]
    assert not [text for text in told if text.startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("text", RISKY)
def test_an_apostrophe_goes_before_what_a_spreadsheet_would_calculate(text):
    assert safe_cell(text) == f"'{text}"


def test_other_text_and_negative_numbers_stay_as_they_are(merged, tmp_path):
    line = contract("L1", (-5, 0, 0), unit_price=Decimal("-5.25"))
    budget = replace(merged.budget, lines=(line,))
    one = replace(merged, budget=budget, costs=line_costs(budget), origins=[DATA])
    write_tables([one], (), YEARS, tmp_path)
    (row,) = rows(tmp_path, "lines.csv")
    assert (row["description"], row["unit_price"]) == ("Thing of L1", "-5.25")
    assert row["amount_2027"] == "-0.05"


def test_schools_have_their_state_and_money(folder):
    last = rows(folder, "schools.csv")[-1]
    assert (last["school_id"], last["state"], last["counted"], last["remaining"]) == (
        "0006",
        "missing",
        "no",
        "50000.00",
    )
    assert pq.read_table(folder / "schools.parquet").num_rows == 6


def test_every_line_leads_back_to_file_sheet_and_row(folder):
    (row,) = [row for row in rows(folder, "lines.csv") if row["line_id"] == "0002-N003"]
    assert (row["file"], row["sheet"], row["row"]) == ("School-0002_0002.xlsx", "My lines", "11")


def test_the_same_budget_gives_the_same_bytes(folder, merged, preview, tmp_path):
    again = write_tables([merged], preview.sum.schools, YEARS, tmp_path)
    assert [path.read_bytes() for path in again] == [
        (folder / path.name).read_bytes() for path in again
    ]


def test_a_budget_without_a_line_left_out_has_an_empty_table(folder):
    assert rows(folder, "left_out.csv") == []
    assert pq.read_table(folder / "left_out.parquet").num_rows == 0
