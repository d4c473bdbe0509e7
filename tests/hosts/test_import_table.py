"""read_foreign: the rows of another system's file as text, exact, from CSV or a workbook."""

import pytest
from xlsxwriter import Workbook

from foreign import ACTUALS, write_devices
from xlbudget.errors import MissingFileError, UnknownChoiceError, UnreadableFileError
from xlbudget.hosts.import_table import likely_delimiter, read_foreign
from xlbudget.model.mapped import NOT_CALCULATED


@pytest.fixture
def devices(tmp_path):
    """Return the list of devices."""
    return write_devices(tmp_path / "devices.xlsx")


def test_a_sheet_is_read_by_its_name_dates_as_dates_and_formulas_as_values(devices):
    found = read_foreign(devices, sheet="devices")
    assert found.rows[1] == (
        "00017",
        "Chromebook 11 G9",
        "7",
        "2027",
        "120",
        "289.9",
        "2025-12-09",
        "34788",
    )
    assert found.place.sheet == "Devices"


def test_no_trace_of_binary_fractions_is_left(devices):
    assert read_foreign(devices, sheet="Devices").rows[2][5] == "640.3"


def test_the_numbers_of_a_workbook_follow_the_mapping_s_decimal_comma(devices):
    assert read_foreign(devices, sheet="Devices", decimal_comma=True).rows[1][5] == "289,9"


def test_without_a_name_the_first_sheet_is_read(devices):
    assert read_foreign(devices).rows == (("Ask the help desk",),)


def test_a_sheet_that_is_not_there_is_told_with_its_nearest(devices):
    with pytest.raises(UnknownChoiceError) as refusal:
        read_foreign(devices, sheet="Device")
    assert "Notes, Devices" in refusal.value.wants
    assert "Devices" in refusal.value.fix


def test_an_error_and_a_formula_never_calculated_are_no_values(tmp_path):
    with Workbook(tmp_path / "odd.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_formula("A1", "=1/0", None, "#DIV/0!")
        sheet.write_boolean("A2", True)
        sheet.write_string("A4", "=1+1")
    rows = read_foreign(tmp_path / "odd.xlsx").rows
    assert rows == (("#DIV/0!",), ("yes",), (), ("=1+1",))
    assert NOT_CALCULATED.startswith("#")


@pytest.mark.parametrize(
    ("content", "name", "remarks"),
    [
        ("Name\nÉcole\n".encode("utf-8-sig"), "École", 0),
        ("Name\nÉcole\n".encode("cp1252"), "École", 1),
    ],
    ids=["utf-8 with a mark", "windows"],
)
def test_the_encodings_of_spreadsheets_are_read(tmp_path, content, name, remarks):
    file = tmp_path / "schools.csv"
    file.write_bytes(content)
    found = read_foreign(file)
    assert (found.rows, len(found.findings)) == ((("Name",), (name,)), remarks)


@pytest.mark.parametrize("mark", [",", ";", "\t"], ids=["comma", "semicolon", "tab"])
def test_the_delimiter_is_found_below_titles(tmp_path, mark):
    file = tmp_path / "a.csv"
    file.write_text(f"Elm Valley, Actuals\nA{mark}B{mark}C\n1{mark}2{mark}3\n")
    assert likely_delimiter(file) == mark


def test_a_given_delimiter_rules(tmp_path):
    file = tmp_path / "a.csv"
    file.write_text("Elm Valley, ISD, Ohio\nName;Amount\n")
    assert read_foreign(file, delimiter=";").rows[1] == ("Name", "Amount")


def test_what_is_no_file_or_no_workbook_is_refused(tmp_path):
    with pytest.raises(MissingFileError):
        read_foreign(tmp_path / "none.csv")
    (tmp_path / "b.xlsx").write_text(ACTUALS)
    with pytest.raises(UnreadableFileError):
        read_foreign(tmp_path / "b.xlsx")


def test_a_workbook_called_csv_is_told(tmp_path):
    write_devices(tmp_path / "devices.csv")
    found = read_foreign(tmp_path / "devices.csv")
    assert (found.is_read, found.rows) == (False, ())
    assert "workbook" in found.findings[0].saw
