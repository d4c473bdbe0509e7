"""desk_of: what a file is judged by, in few words that travel, read once in each process."""

import pickle

import pytest

from distribution.collect.made import issued
from xlbudget.distribution.collect.desk import desk_of
from xlbudget.errors import BudgetError, MissingFileError, UnreadableFileError
from xlbudget.model.folder import load_folder


def test_it_travels_in_few_words_and_knows_the_campaign_there(gone_out):
    desk = gone_out.desk
    sent = pickle.dumps(desk)
    there = pickle.loads(sent)  # noqa: S301 - made one line above
    assert len(sent) < 2_000
    assert there.packs is desk.packs  # one process reads it once
    assert [it.school_id for it in there.packs.budget.schools] == ["S1", "S2"]
    assert (there.version, there.names.of_file("Other-school_S2.xlsx")) == (desk.version, "S2")


def test_the_template_is_opened_once(gone_out):
    assert gone_out.desk.book is gone_out.desk.book
    assert gone_out.desk.book.sheet("My lines") is not None


def test_data_that_is_named_is_read_whole(gone_out):
    desk = desk_of(gone_out.folder, gone_out.folder.district)
    whole, _ = load_folder(gone_out.folder.district)
    assert (desk.is_own, desk.packs.budget.lines) == (False, whole.lines)


def test_data_that_is_not_there_says_what_to_name(gone_out, tmp_path):
    with pytest.raises(MissingFileError, match="--district DATA"):
        desk_of(gone_out.folder, tmp_path / "nowhere")


def test_data_that_is_not_sound_or_not_readable_is_refused_in_words(tmp_path, monkeypatch):
    campaign = issued(tmp_path / "fy27")
    (campaign.root / "district" / "district.toml").write_text("no facts", "utf-8")
    with pytest.raises(BudgetError, match="fatal finding"):
        desk_of(campaign.folder, None)

    def refuse(*_args, **_options):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("xlbudget.distribution.collect.desk.own_copy", refuse)
    with pytest.raises(UnreadableFileError, match="Permission denied"):
        desk_of(campaign.folder, None)


def test_a_campaign_without_its_template_is_refused(tmp_path):
    campaign = issued(tmp_path / "fy27")
    campaign.folder.template.unlink()
    with pytest.raises(MissingFileError):
        desk_of(campaign.folder, None)
