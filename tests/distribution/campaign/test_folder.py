"""The campaign's folder: made once, opened often, and nothing outside it."""

import errno
import shutil
from dataclasses import replace

import pytest

from trees import tree_of
from xlbudget.distribution.campaign import CampaignFacts, new_campaign, open_campaign
from xlbudget.errors import ExistingFileError, FileError, LockedFileError, MissingFileError

FACTS = CampaignFacts(
    campaign_id="riverbend-2027",
    title="Technology budgets 2026-27",
    district="Riverbend Union",
    base_fiscal_year=2027,
)


@pytest.fixture
def template(tmp_path):
    path = tmp_path / "school.xlsx"
    path.write_bytes(b"PK template")
    return path


@pytest.fixture
def root(tmp_path):
    return tmp_path / "riverbend"


def test_a_new_campaign_has_all_its_rooms(root, template):
    folder = new_campaign(root, FACTS, template)
    assert sorted(path.name for path in root.iterdir()) == [
        "campaign.toml",
        "inbox",
        "out",
        "received",
        "results",
        "template.xlsx",
    ]
    assert folder.template.read_bytes() == b"PK template"
    assert folder.register == root
    assert open_campaign(root) == (folder, ())


def test_a_register_that_the_office_shares_is_elsewhere(root, template):
    shared = replace(FACTS, register="postgresql+psycopg://server/budgets")
    assert new_campaign(root, shared, template).register == "postgresql+psycopg://server/budgets"


def test_the_same_call_again_changes_nothing(root, template):
    new_campaign(root, FACTS, template)
    before = tree_of(root)
    new_campaign(root, FACTS, template)
    assert tree_of(root) == before


def test_a_run_that_was_ended_is_taken_up_again(root, template, tmp_path):
    whole = tmp_path / "whole"
    new_campaign(whole, FACTS, template)
    (root / "out").mkdir(parents=True)
    (root / ".template.xlsx.4711.part").write_bytes(b"PK te")
    new_campaign(root, FACTS, template)
    assert tree_of(root).keys() == tree_of(whole).keys()


def test_another_campaign_is_not_overwritten(root, template):
    new_campaign(root, FACTS, template)
    before = tree_of(root)
    with pytest.raises(ExistingFileError, match="another campaign"):
        new_campaign(root, replace(FACTS, title="Another"), template)
    template.write_bytes(b"PK another")
    with pytest.raises(ExistingFileError, match=r"another template\.xlsx"):
        new_campaign(root, FACTS, template)
    assert tree_of(root) == before


def test_a_folder_with_other_files_is_refused(root, template):
    root.mkdir()
    (root / "taxes.pdf").touch()
    with pytest.raises(ExistingFileError, match=r"taxes\.pdf"):
        new_campaign(root, FACTS, template)
    assert [path.name for path in root.iterdir()] == ["taxes.pdf"]


def test_a_template_is_needed(root, tmp_path):
    with pytest.raises(MissingFileError, match="no such template"):
        new_campaign(root, FACTS, tmp_path / "none.xlsx")
    assert not root.exists()


def test_a_template_does_not_leave_the_folder(root, template, tmp_path):
    with pytest.raises(FileError, match="leads out"):
        new_campaign(root, replace(FACTS, template="../school-2.xlsx"), template)
    assert not (tmp_path / "school-2.xlsx").exists()


def test_a_room_that_is_a_link_elsewhere_is_refused(root, template, tmp_path):
    folder = new_campaign(root, FACTS, template)
    shutil.rmtree(folder.out)
    folder.out.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileError, match="leads out"):
        folder.make_rooms()
    assert not (tmp_path / "elsewhere").exists()


def test_a_file_in_the_place_of_the_folder_is_refused_in_words(root, template):
    root.touch()
    with pytest.raises(LockedFileError, match="may write to"):
        new_campaign(root, FACTS, template)


def test_a_full_disk_is_said_and_leaves_no_half_file(root, template, monkeypatch):
    def half(_, beside):
        beside.write_bytes(b"PK")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", half)
    with pytest.raises(FileError, match="No space left"):
        new_campaign(root, FACTS, template)
    assert not [path for path in root.iterdir() if path.is_file()]


def test_no_campaign_is_said(root):
    with pytest.raises(MissingFileError, match=r"campaign\.toml is not there"):
        open_campaign(root)


def test_faults_of_the_file_come_back_as_findings(root, template):
    new_campaign(root, FACTS, template)
    (root / "campaign.toml").write_text('title = "x"', "utf-8")
    folder, findings = open_campaign(root)
    assert folder is None
    assert len(findings) == 3
