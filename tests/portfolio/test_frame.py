"""to_frame and to_frames: every table and result, its columns, its types, its figures."""

import csv
from datetime import date
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest

import xlbudget
from xlbudget.errors import UnknownChoiceError
from xlbudget.model import Assumption, Budget, District, FundingSource, LineItem, School
from xlbudget.model.field import Kind
from xlbudget.model.tables import TABLES
from xlbudget.portfolio.frame import to_frame, to_frames
from xlbudget.portfolio.result import wide
from xlbudget.portfolio.results import results_of

EMPTY = Budget(
    district=District(
        name="Elm",
        state="",
        nces_id="",
        fiscal_year_start_month=7,
        currency="",
        base_fiscal_year=2027,
        horizon_years=3,
        stage="",
        as_of=None,
        due=None,
        owner="",
        vision="",
    )
)
by_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.attribute)


@pytest.fixture(scope="module")
def sample():
    return xlbudget.load(xlbudget.sample_folder())


@pytest.fixture(scope="module")
def analysis(sample):
    return xlbudget.analyze(sample)


# --- tables of a budget
def test_every_table_is_there(sample):
    assert list(to_frames(sample)) == [table.attribute for table in TABLES]


@by_table
def test_columns_are_those_of_files_and_rows_those_of_the_budget(sample, table):
    frame = to_frame(sample, table.attribute)
    assert len(frame) == len(table.records(sample))
    names = [
        f"{field.name}_{year}" if field.yearly else field.name
        for field in table.fields
        for year in (range(2027, 2032) if field.yearly else (0,))
    ]
    assert list(frame.columns) == names


@by_table
def test_an_empty_table_keeps_its_columns_and_types(sample, table):
    full, none = (to_frame(budget, table.attribute) for budget in (sample, EMPTY))
    assert len(none) == 0
    fixed = [field.name for field in table.fields if not field.yearly]
    assert list(none[fixed].dtypes) == list(full[fixed].dtypes)
    assert [name for name in none if name.endswith("_2029")] == [
        f"{field.name}_2029" for field in table.fields if field.yearly
    ]


@by_table
def test_cells_are_those_of_the_files(sample, table):
    frame = to_frame(sample, table.attribute)
    with (xlbudget.sample_folder() / table.file).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    names = [
        field.name
        for field in table.fields
        if field.kind in {Kind.ID, Kind.CHOICE} and not field.yearly and field.name in rows[0]
    ]
    assert frame[names].to_dict("records") == [{name: row[name] for name in names} for row in rows]


def test_types(sample):
    lines, schools = to_frame(sample, "lines"), to_frame(sample, "schools")
    assert lines["unit_price"].dtype == np.float64
    assert lines["payment_2027"].dtype == np.float64
    assert lines["first_fiscal_year"].dtype == pd.Int64Dtype()
    assert lines["refresh"].dtype == np.bool_
    assert schools["enrollment_2027"].dtype == pd.Int64Dtype()
    assert pd.api.types.is_string_dtype(lines["line_id"].dtype)
    assert pd.api.types.is_datetime64_dtype(to_frame(sample, "calendar")["day"].dtype)


def test_blank_is_not_zero():
    line = LineItem(line_id="L1", unit_price=None, quantity=Decimal(0))
    frame = to_frame(Budget(district=EMPTY.district, lines=(line,)), "lines")
    assert np.isnan(frame.loc[0, "unit_price"])
    assert frame.loc[0, "quantity"] == 0
    assert frame.loc[0, "first_fiscal_year"] is pd.NA
    assert frame.loc[0, "description"] == ""


def test_leading_zeros_tags_and_dates_are_kept():
    source = FundingSource(
        source_id="007",
        name="Grant",
        fund="001",
        obligation_date=date(1066, 10, 14),
        allowed_areas=("hardware", "broadband"),
        amount={2031: Decimal("10.25")},
    )
    frame = to_frame(Budget(district=EMPTY.district, sources=(source,)), "sources")
    row = frame.iloc[0]
    assert (row["source_id"], row["fund"]) == ("007", "001")
    assert row["allowed_areas"] == "hardware;broadband"
    assert row["obligation_date"].date() == date(1066, 10, 14)
    assert row["amount_2031"] == 10.25
    assert np.isnan(row["amount_2027"])


def test_years_beyond_the_plan_have_columns_too():
    school = School(school_id="S1", name="Elm", enrollment={2024: Decimal("4.5E+2")})
    frame = to_frame(Budget(district=EMPTY.district, schools=(school,)), "schools")
    years = [f"enrollment_{year}" for year in (2024, 2027, 2028, 2029)]
    assert [name for name in frame if name.startswith("enrollment")] == years
    assert frame.loc[0, "enrollment_2024"] == 450


def test_money_agrees_with_the_budget_to_the_cent(sample):
    exact = sum(line.unit_price or 0 for line in sample.lines)
    assert to_frame(sample, "lines")["unit_price"].sum() == pytest.approx(float(exact), abs=0.005)


# --- results of an analysis
def test_every_result_is_a_frame(analysis):
    frames = to_frames(analysis)
    assert list(frames) == list(results_of(analysis))
    assert {
        "headlines",
        "cost_by_area",
        "cost_by_category",
        "cost_by_type",
        "cost_by_program",
        "cost_by_school",
        "ownership",
        "funding_by_source",
        "scenarios",
        "returns",
        "outcomes",
    } <= set(frames)


@pytest.mark.parametrize("heading", ["area", "category", "type", "need", "program", "school"])
def test_cost_by_each_heading_adds_up_to_the_plan(analysis, heading):
    frame = to_frame(analysis, f"cost_by_{heading}")
    yearly = [f"cost_{year}" for year in analysis.years]
    whole = [float(amount) for amount in analysis.cash_flow.cost]
    assert list(frame[yearly].sum()) == pytest.approx(whole)
    assert frame["total"].sum() == pytest.approx(sum(whole))


@pytest.mark.parametrize("heading", ["area", "category", "program", "school"])
def test_ownership_by_each_heading_adds_up(analysis, heading):
    total = to_frame(analysis, f"ownership_by_{heading}")["total"].sum()
    assert total == pytest.approx(float(analysis.ownership.total))


def test_funding_by_source_agrees_with_the_plan(analysis):
    frame = to_frame(analysis, "funding_by_source").set_index("source_id")
    secured = frame[frame["status"] == "secured"]
    paid = [secured[f"paid_{year}"].sum() for year in analysis.years]
    assert paid == pytest.approx([float(amount) for amount in analysis.funding.secured.paid])


def test_cost_by_line_follows_the_lines(sample, analysis):
    frame = to_frame(analysis, "cost_by_line")
    assert list(frame["line_id"]) == [line.line_id for line in sample.lines]


def test_scenarios_name_the_adopted_one_first(analysis):
    frame = to_frame(analysis, "scenarios")
    assert list(frame["adopted"]) == [True] + [False] * (len(frame) - 1)
    assert frame.loc[0, "npv"] == analysis.scenarios.adopted.npv


@pytest.mark.parametrize("budget", ["sample", "nothing"])
def test_every_result_has_as_many_cells_as_columns(budget, sample):
    analysis = xlbudget.analyze(sample if budget == "sample" else EMPTY)
    for result in results_of(analysis).values():
        assert {len(row) for row in result.rows} <= {len(result.columns)}
        names = [name for name, _, _ in wide(result)]
        assert len(names) == len(set(names))
        assert result.says.endswith(".")


def test_results_of_nothing_keep_their_columns(analysis):
    frames = to_frames(xlbudget.analyze(EMPTY))
    full = to_frames(analysis)
    assert len(frames["scenarios"]) == 1
    assert list(frames["returns"].columns)[:2] == ["program_id", "name"]
    assert dict(frames["outcomes"].dtypes) == dict(full["outcomes"].dtypes)


def test_a_rate_without_factors_gives_no_figure():
    assumptions = (Assumption(key="discount_rate", value=Decimal(-1)),)
    frame = to_frame(
        xlbudget.analyze(Budget(district=EMPTY.district, assumptions=assumptions)), "present_value"
    )
    assert frame["value"].isna().any()


# --- refusals
@pytest.mark.parametrize("name", ["line", "Lines", "", "cost_by_area"])
def test_an_unknown_table_is_refused(sample, name):
    with pytest.raises(UnknownChoiceError, match="no table") as refused:
        to_frame(sample, name)
    assert "lines" in refused.value.wants


def test_a_near_name_is_offered(analysis):
    with pytest.raises(UnknownChoiceError) as refused:
        to_frame(analysis, "cost_by_areas")
    assert refused.value.fix == "Write cost_by_area"
