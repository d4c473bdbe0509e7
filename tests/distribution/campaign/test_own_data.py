"""The campaign's copy of the district's data is the same, with its lines left in their file."""

from dataclasses import replace

import pytest

from distribution.played import BUDGET
from xlbudget.distribution.campaign import own_data as module
from xlbudget.distribution.campaign.own_data import own_data
from xlbudget.model.folder import load_folder, save_folder


@pytest.fixture
def data(tmp_path):
    save_folder(BUDGET, tmp_path / "district")
    return tmp_path / "district"


@pytest.mark.parametrize("chunk", [1, 1000])
def test_it_is_what_is_read_whole(data, chunk, monkeypatch):
    monkeypatch.setattr(module, "_CHUNK", chunk)
    budget, lines = own_data(data)
    whole, _ = load_folder(data)
    assert budget.lines == ()
    assert replace(budget, lines=tuple(lines)) == whole
    assert tuple(lines) == tuple(lines)  # they may be asked for again


def test_text_that_looks_like_a_formula_or_holds_line_ends_stays_as_it_was(data):
    strange = replace(BUDGET.lines[0], description="=1+1", notes='one\n"two", three')
    save_folder(replace(BUDGET, lines=(strange,)), data, overwrite=True)
    _, lines = own_data(data)
    assert [(line.description, line.notes) for line in lines] == [("=1+1", 'one\n"two", three')]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("line_items.csv", "line_id,quantity\nL1,many\n"),
        ("line_items.csv", 'line_id\n"L1\n'),
        ("district.toml", "horizon_years = 99\n"),
        ("goals.csv", "goal_id,importance\nG1,very\n"),
    ],
)
def test_what_is_wrong_is_left_to_reading_it_whole(data, name, text):
    (data / name).write_text(text)
    assert own_data(data) is None
    assert load_folder(data)[0] is None


def test_data_that_is_not_there_is_none(tmp_path):
    assert own_data(tmp_path / "nowhere") is None
