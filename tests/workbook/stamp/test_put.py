"""stamp: a template that its owner extended is whole again, and nothing else changes."""

import zipfile

import openpyxl
import pytest

from judges.validator import findings
from workbook.intake.filled import write_plain
from xlbudget.errors import UnreadableFileError
from xlbudget.sheets.identity import Fact
from xlbudget.workbook.read import open_book
from xlbudget.workbook.stamp import changed_sheets, read_stamp, stamp


@pytest.fixture
def extended(tmp_path, book):
    """A template with a cover, without Guide, with a formula of its owner in a block."""
    opened = openpyxl.load_workbook(book)
    opened.create_sheet("Cover", 0)["A1"] = "=Summary!A5"
    del opened["Guide"]
    opened["Funding plan"]["L40"] = "=1+1"
    opened.save(tmp_path / "extended.xlsx")
    return tmp_path / "extended.xlsx"


def test_an_extended_template_is_whole_again(tmp_path, extended):
    assert changed_sheets(open_book(extended))
    stamp(extended, tmp_path / "out.xlsx", {Fact.SCHOOL: "S1", Fact.WORKBOOK: "w-1"})
    book = open_book(tmp_path / "out.xlsx")
    told = read_stamp(book)
    assert changed_sheets(book) == ()
    assert (told.school_id, told.workbook_id, told.version) == ("S1", "w-1", "v1.0")
    assert list(told.roles) == [sheet.name for sheet in book.sheets]
    assert told.roles["Cover"] == "about"


def test_only_the_manifest_changes(tmp_path, extended):
    stamp(extended, tmp_path / "out.xlsx")
    with zipfile.ZipFile(extended) as one, zipfile.ZipFile(tmp_path / "out.xlsx") as other:
        assert sorted(one.namelist()) == sorted(other.namelist())
        differ = {name for name in one.namelist() if one.read(name) != other.read(name)}
    manifest = open_book(extended).sheet("Manifest").part
    assert differ <= {manifest, "xl/sharedStrings.xml"}


def test_microsofts_validator_finds_nothing(tmp_path, original):
    stamp(original, tmp_path / "out.xlsx", {Fact.SCHOOL: "S1"})
    assert findings(tmp_path / "out.xlsx") == []


def test_more_sheets_than_the_table_has_rows_are_refused(tmp_path, book):
    opened = openpyxl.load_workbook(book)
    for i in range(9):
        opened.create_sheet(f"Own {i}")
    opened.save(tmp_path / "b.xlsx")
    with pytest.raises(UnreadableFileError) as refusal:
        stamp(tmp_path / "b.xlsx", tmp_path / "out.xlsx")
    assert "36 sheets, and its table SheetRoles 32 rows" in refusal.value.saw
    assert not (tmp_path / "out.xlsx").exists()


def test_a_workbook_of_something_else_is_refused(tmp_path):
    path = write_plain(tmp_path / "a.xlsx", {"Sheet1": [["Name"], ["a"]]})
    with pytest.raises(UnreadableFileError) as refusal:
        stamp(path, tmp_path / "out.xlsx")
    assert refusal.value.saw == "There is no sheet Manifest"
