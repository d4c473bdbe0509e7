"""A district folder in its place: whole or not at all, again the same, never over other data."""

from dataclasses import replace

import pytest

from distribution.played import AT, BUDGET
from trees import tree_of
from xlbudget.distribution.campaign import put_folder as put
from xlbudget.distribution.campaign.put_folder import check_folder, put_budget, put_folder
from xlbudget.errors import ExistingFileError, FileError
from xlbudget.model.folder import load_folder, save_folder

OTHER = replace(BUDGET, lines=BUDGET.lines[:1])


@pytest.fixture
def data(tmp_path):
    return tmp_path / "next" / "data"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The same data, made elsewhere."""
    place = tmp_path_factory.mktemp("made") / "data"
    save_folder(BUDGET, place)
    return place


def test_it_is_written_and_again_it_is_the_same(data, made, tmp_path):
    assert put_budget(BUDGET, data, AT) is None
    before = tree_of(tmp_path)
    assert load_folder(data)[0] is not None
    assert check_folder(made, data)
    assert put_budget(BUDGET, data, AT) is None
    assert tree_of(tmp_path) == before


def test_an_empty_folder_is_filled(data):
    data.mkdir(parents=True)
    put_budget(BUDGET, data, AT)
    assert (data / "district.toml").is_file()


def test_other_data_is_never_overwritten_unasked(data, made, tmp_path):
    put_budget(OTHER, data, AT)
    before = tree_of(tmp_path)
    for call in (lambda: check_folder(made, data), lambda: put_folder(made, data, AT)):
        with pytest.raises(ExistingFileError, match="something else"):
            call()
    assert tree_of(tmp_path) == before


def test_with_force_a_dated_copy_is_kept(data, made):
    put_budget(OTHER, data, AT)
    backup = put_budget(BUDGET, data, AT, force=True)
    assert backup == data.with_name("data.bak-20260301-123000")
    assert len(load_folder(backup)[0].lines) == 1
    assert check_folder(made, data)


def test_a_file_in_its_place_is_refused(data):
    data.parent.mkdir()
    data.write_text("mine")
    with pytest.raises(ExistingFileError):
        put_budget(BUDGET, data, AT, force=True)
    assert data.read_text() == "mine"


def test_what_a_killed_run_left_is_cleared_away(data):
    left = data.with_name(".data.part")
    left.mkdir(parents=True)
    (left / "line_items.csv").write_text("half")
    put_budget(BUDGET, data, AT)
    assert sorted(path.name for path in data.parent.iterdir()) == ["data"]


def test_a_full_disk_is_told_in_words_and_nothing_is_left(data, made, monkeypatch):
    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(put.shutil, "copytree", full)
    with pytest.raises(FileError, match="No space left"):
        put_folder(made, data, AT)
    assert list(data.parent.iterdir()) == []
