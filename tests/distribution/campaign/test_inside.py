"""inside: a path that would leave its folder is refused."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlbudget.distribution.campaign.inside import inside
from xlbudget.errors import FileError


@pytest.mark.parametrize(
    "name", ["budget.xlsx", "out/North_7.xlsx", "received/ab/abc", "..x", "x.."]
)
def test_a_path_of_plain_names_stays(tmp_path, name):
    assert inside(tmp_path, name) == tmp_path / name


@pytest.mark.parametrize(
    "name",
    ["..", "../x", "a/../../x", "/etc/x", "", ".", "a//b", "C:x", "C:\\x", "..\\x", "a\0b", "a/."],
)
def test_a_path_that_leads_out_is_refused(tmp_path, name):
    with pytest.raises(FileError, match="leads out of the folder") as refusal:
        inside(tmp_path, name)
    assert refusal.value.place == str(tmp_path)


def test_a_link_that_leads_out_is_refused(tmp_path):
    folder = tmp_path / "campaign"
    folder.mkdir()
    (folder / "out").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileError, match="leads out"):
        inside(folder, "out/North_7.xlsx")


def test_a_folder_that_is_itself_reached_by_a_link_is_no_trick(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert inside(tmp_path / "link", "x").name == "x"


@given(st.text(st.sampled_from("./\\a:\0 ~"), max_size=12))
def test_what_is_not_refused_lies_in_the_folder(tmp_path_factory, name):
    folder = tmp_path_factory.getbasetemp() / "campaign"
    with suppress(FileError):
        assert folder.resolve() in inside(folder, name).resolve().parents
