"""LibreOffice tells what formulas really give, and acts as a person at the keyboard would."""

import contextlib
import os
import signal
import tempfile
from pathlib import Path

import pytest
import xlsxwriter

from judges.libreoffice import CalcError, ErrorCell, LibreOffice, LibreOfficeError, what_is_missing
from judges.uno_client import UnoClient


@pytest.fixture
def book(tmp_path):
    """A small workbook whose cached values are all wrong on purpose."""
    path = tmp_path / "devices.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("Line items")
        sheet.write_row("A1", ["Unit price", 250.5, 4])
        sheet.write_formula("B2", "=B1*C1", None, -1)
        sheet.write_formula("B3", "=B2/D1", None, -1)
        sheet.write_formula("B4", '=A1&" ✓"', None, "stale")
        sheet.write_formula("B5", '=IF(C1>3,"","few")', None, "stale")
        sheet.write_formula("B6", "=C1=4", None, 0)
        workbook.add_worksheet("Summary").write_formula("C9", "='Line items'!B2+1", None, -1)
        locked = workbook.add_worksheet("Locked")
        locked.write("A1", 1)
        locked.protect()
    return path


@pytest.fixture
def opened(libreoffice, book):
    """The same workbook, open for a person's edits."""
    handle = libreoffice.open(book)
    yield handle
    libreoffice.close(handle)


def test_recalculation_ignores_cached_values(libreoffice, book):
    assert libreoffice.recalculate(book).values == {
        "Line items": {"B2": 1002.0, "B3": "#DIV/0!", "B4": "Unit price ✓", "B5": "", "B6": 1.0},
        "Summary": {"C9": 1003.0},
        "Locked": {},
    }


def test_recalculation_lists_error_cells(libreoffice, book):
    assert libreoffice.recalculate(book).errors == [ErrorCell("Line items", "B3", "#DIV/0!")]


def test_recalculation_leaves_no_file_beside_the_workbook(libreoffice, book):
    libreoffice.recalculate(book)
    assert list(book.parent.iterdir()) == [book]


@pytest.mark.parametrize(
    ("formula", "error"),
    [
        ("=NO_SUCH_NAME", "#NAME?"),
        ("=NA()", "#N/A"),
        ('=1+"a"', "#VALUE!"),
        ("=IRR({1,1})", "#NUM!"),
    ],
)
def test_errors_speak_excel(libreoffice, opened, formula, error):
    libreoffice.set(opened, "Line items", "E1", formula)
    assert libreoffice.get(opened, "Line items", "E1") == [error]


def test_an_edit_is_followed_by_dependent_cells(libreoffice, opened):
    libreoffice.set(opened, "Line items", "C1", 2)
    assert libreoffice.get(opened, "Summary", "C9") == [502.0]


def test_cells_take_text_formulas_truth_and_nothing(libreoffice, opened):
    libreoffice.set(opened, "Line items", "E1", "2027")
    libreoffice.set(opened, "Line items", "F1", "=SUM('Line items'!B1,C1)")
    libreoffice.set(opened, "Line items", "E2", True)
    libreoffice.set(opened, "Line items", "A1", None)
    area = libreoffice.get_range(opened, "Line items", "E1:F2")
    assert area == [["2027", 254.5], [1.0, ""]]
    assert libreoffice.get(opened, "Line items", "A1", "B4") == ["", " ✓"]


def test_an_edited_book_is_recalculated_as_a_whole(libreoffice, opened):
    libreoffice.set(opened, "Line items", "D1", 2)
    result = libreoffice.recalc(opened)
    assert result.errors == []
    assert result.values["Line items"]["B3"] == 501.0


def test_inserted_rows_push_the_others_down(libreoffice, opened):
    libreoffice.insert_rows(opened, "Line items", 1, 2)
    assert libreoffice.get(opened, "Line items", "A1", "A3", "B4") == ["", "Unit price", 1002.0]


def test_an_error_is_told_by_its_own_code(libreoffice, opened):
    assert libreoffice.get_exact(opened, "Line items", "B2:B4") == [
        [1002.0],
        [CalcError(532)],
        ["Unit price ✓"],
    ]


def test_a_formula_is_told_as_libreoffice_writes_it(libreoffice, opened):
    assert libreoffice.get_formula(opened, "Line items", "B5") == '=IF(C1>3;"";"few")'


def test_a_whole_book_is_calculated_and_nothing_is_told(libreoffice, opened):
    assert libreoffice.calculate(opened) is None
    assert libreoffice.get(opened, "Summary", "C9") == [1003.0]


def test_the_function_wizard_is_read(libreoffice):
    told = libreoffice.help_of("NPV")["NPV"]
    assert told.arguments[0][0] == "Rate"
    assert not told.arguments[0][2]


def test_a_saved_copy_holds_the_edit_and_the_original_does_not(libreoffice, opened, book):
    copy = book.with_name("copy.xlsx")
    libreoffice.set(opened, "Line items", "C1", 10)
    libreoffice.save_as(opened, copy)
    assert libreoffice.recalculate(copy).values["Line items"]["B2"] == 2505.0
    assert libreoffice.recalculate(book).values["Line items"]["B2"] == 1002.0


def test_a_locked_cell_refuses_an_edit(libreoffice, opened):
    with pytest.raises(LibreOfficeError, match="Locked!A1 is locked"):
        libreoffice.set(opened, "Locked", "A1", 2)
    assert libreoffice.get(opened, "Locked", "A1") == [1.0]


def test_a_protected_sheet_refuses_new_rows(libreoffice, opened):
    with pytest.raises(LibreOfficeError, match="Locked is protected"):
        libreoffice.insert_rows(opened, "Locked", 1)


def test_a_missing_sheet_is_an_error_and_the_next_question_is_answered(libreoffice, opened):
    with pytest.raises(LibreOfficeError, match="NoSuchElement"):
        libreoffice.get(opened, "No such sheet", "A1")
    assert libreoffice.get(opened, "Line items", "C1") == [4.0]


def test_a_file_that_is_no_workbook_is_an_error(libreoffice, tmp_path):
    with pytest.raises(LibreOfficeError):
        libreoffice.recalculate(tmp_path / "missing.xlsx")


@pytest.fixture
def remains(libreoffice, tmp_path, monkeypatch):  # noqa: ARG001 - so that it must be here
    """Tells which processes and files of a LibreOffice started in this test are still there."""
    folder = tmp_path / "profiles"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))

    def look():
        commands = []
        for path in Path("/proc").glob("[0-9]*/cmdline"):
            with contextlib.suppress(OSError):  # a process that ends while we look
                commands.append(path.read_text(errors="replace"))
        return [text for text in commands if str(folder) in text] + list(folder.iterdir())

    return look


def test_nothing_is_left_behind(book, remains):
    with LibreOffice() as office:
        office.open(book)
        assert remains()
    assert remains() == []


@pytest.mark.parametrize("patience", [0.01, 0.1, 0.4])
def test_a_start_that_takes_too_long_is_ended(patience, remains):
    with pytest.raises(LibreOfficeError, match="no answer"):
        UnoClient(patience)
    assert remains() == []


def test_a_libreoffice_that_dies_is_reported_and_ended(book, remains):
    with LibreOffice() as office:
        os.killpg(office.process_id, signal.SIGKILL)
        with pytest.raises(LibreOfficeError):
            office.recalculate(book)
    assert remains() == []


@pytest.mark.parametrize(
    ("version", "complaint"),
    [
        ("LibreOffice 7.4.7.2 40(Build:2)", "25.2 or newer is needed, this is LibreOffice 7.4.7"),
        ("LibreOffice 25.2.3.2 520(Build:2)", ""),
        ("LibreOffice 26.2.0.1", ""),
        ("", "this is none"),
    ],
)
def test_an_old_libreoffice_is_no_judge(version, complaint, tmp_path, monkeypatch):
    soffice = tmp_path / "soffice"
    soffice.write_text(f'#!/bin/sh\necho "{version}"\n')
    soffice.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    missing = what_is_missing()
    assert complaint in missing
    assert bool(missing) is bool(complaint)


def test_no_libreoffice_is_no_judge(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert what_is_missing() == "LibreOffice is not installed"
