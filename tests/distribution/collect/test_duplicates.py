"""Duplicates: the same answer counts once, in whatever order its files are collected."""

import pytest

from distribution.collect.made import dated, issued, put_quantity, type_in


def wide(book):
    book["My lines"].column_dimensions["E"].width = 70


def narrow(book):
    book["My lines"].column_dimensions["E"].width = 7


@pytest.fixture(scope="module")
def files(tmp_path_factory, answer):
    """Four answers by day: one, the same, another one, and the first one again."""
    place = tmp_path_factory.mktemp("files")
    for day, step in enumerate((wide, narrow, put_quantity, wide)):
        path = place / f"{day}.xlsx"
        # Each has bytes of its own: a note of the day on Scratch.
        type_in(answer, path, step, typed=(("Scratch", "A5", f"day {day}"),))
        dated(path, day)
    return place


@pytest.mark.parametrize("order", ["0123", "3210", "2031"])
def test_what_is_said_again_is_a_duplicate_of_the_one_before(tmp_path, files, order):
    campaign = issued(tmp_path / "fy27")
    for day in order:
        campaign.collect(roots=(files / f"{day}.xlsx",))
    states = {one.name: one.state.value for one in campaign.collect(roots=(files,)).files}
    assert states == {
        "0.xlsx": "superseded",
        "1.xlsx": "duplicate",
        "2.xlsx": "superseded",
        "3.xlsx": "accepted",
    }
