"""The Open XML SDK passes a clean workbook and names the fault of a broken one."""

import pytest
import xlsxwriter

from judges import validator
from judges.validator import findings

SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def book(tmp_path):
    """A clean workbook with an accent in its name."""
    path = tmp_path / "Café.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        workbook.add_worksheet().write("A1", 1)
    return path


def test_a_clean_workbook_has_no_findings(book):
    assert findings(book) == []


def test_a_misplaced_element_is_found(book, rewrite):
    (found,) = findings(rewrite(book, SHEET, "<sheetData>", "<oddHeader/><sheetData>"))
    assert (found.part, found.kind) == (f"/{SHEET}", "Schema")
    assert "invalid child element" in str(found)


def test_a_corrupted_part_is_found(book, rewrite):
    (found,) = findings(rewrite(book, SHEET, "</sheetData>", ""))
    assert found.part == f"/{SHEET}"


def test_a_file_that_is_no_package_is_found(tmp_path):
    path = tmp_path / "text.xlsx"
    path.write_text("not a workbook")
    assert [found.kind for found in findings(path)] == ["Exception"]


def test_a_missing_validator_is_never_a_clean_bill(book, tmp_path, monkeypatch):
    monkeypatch.setattr(validator, "NODE_MODULES", tmp_path)
    with pytest.raises(FileNotFoundError, match="make test"):
        findings(book)
