"""The consolidated lines as pandas has them."""

import pandas as pd
import pytest

from distribution.consolidate.made import YEARS
from xlbudget.distribution import consolidated_frame
from xlbudget.errors import MissingFileError, UnreadableFileError

AMOUNTS = [f"amount_{year}" for year in YEARS]


def test_a_campaign_alone_gives_the_lines_of_its_schools(made):
    frame, truth = consolidated_frame(made.folder.root), pd.DataFrame(made.truth)
    assert len(frame) == len(truth)
    cents = (frame.groupby("school_id")[AMOUNTS].sum() * 100).round().astype("int64")
    wanted = truth.groupby("school")[list(YEARS)].sum()
    assert (cents.to_numpy() == wanted.to_numpy()).all()


def test_with_the_districts_budget_it_gives_every_line(made, preview):
    frame = consolidated_frame(made.folder.root, made.budget)
    cents = (frame[AMOUNTS] * 100).round().astype("int64").sum()
    assert tuple(map(int, cents)) == preview.sum.totals.whole


def test_last_years_lines_may_stand_in(made):
    frame = consolidated_frame(made.folder.root, made.budget, missing="last-year")
    assert {"0005-L1", "0006-L2"} <= set(frame["line_id"])


def test_columns_have_the_types_that_analysts_expect(made):
    kinds = consolidated_frame(made.folder.root).dtypes.astype(str)
    assert kinds["row"] == kinds["first_fiscal_year"] == "Int64"
    assert kinds["unit_price"] == kinds["amount_2027"] == "float64"


def test_a_folder_without_a_campaign_is_refused(tmp_path):
    with pytest.raises(MissingFileError):
        consolidated_frame(tmp_path)


def test_a_campaign_whose_facts_cannot_be_read_is_refused(tmp_path):
    (tmp_path / "campaign.toml").write_text("title = \n")
    with pytest.raises(UnreadableFileError):
        consolidated_frame(tmp_path)
