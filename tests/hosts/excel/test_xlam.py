"""xlam: other programs read the add-in back as it was built, and find no fault in it."""

import os
import re
import subprocess
import sys
import tempfile
import zipfile
from hashlib import sha256
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from openxml_audit import OpenXmlValidator
from pyopenvba import check_file

from hosts.excel import scanner
from judges.validator import findings
from xlbudget.actions.verbs import VERBS
from xlbudget.catalogue import FUNCTIONS
from xlbudget.hosts.excel import xlam
from xlbudget.hosts.excel.ribbon import custom_ui
from xlbudget.hosts.excel.wrappers import LONGEST_LINE

X14 = "{http://schemas.microsoft.com/office/spreadsheetml/2009/9/main}"
DOCUMENTS = {"ThisWorkbook.cls", "Sheet1.cls"}
BUILD = "import sys; from pathlib import Path; from xlbudget.hosts.excel.xlam import build; build(Path(sys.argv[1]))"  # noqa: E501


@pytest.fixture(scope="module")
def read_back(addin):
    """Return each module as olevba reads it."""
    return scanner.modules(addin)


@pytest.fixture(scope="module")
def parts(addin):
    with zipfile.ZipFile(addin) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_olevba_reads_back_what_was_built(read_back):
    built = {f"{name}.bas": text.splitlines() for name, text in xlam.modules().items()}
    code = {name: read_back[name].splitlines() for name in built}
    assert code == built
    assert read_back.keys() - built.keys() - DOCUMENTS == {f"{name}.cls" for name in xlam.CLASSES}


@pytest.mark.parametrize("name", xlam.CLASSES)
def test_olevba_reads_back_the_code_of_a_class(read_back, name):
    written = xlam.classes()[name].partition("Option Explicit\n")[2]
    read = "\n".join(read_back[f"{name}.cls"].splitlines()) + "\n"
    assert read.partition("Option Explicit\n")[2] == written


def test_there_is_no_code_in_the_workbook_itself(read_back):
    code = [
        line
        for name in DOCUMENTS
        for line in read_back[name].splitlines()
        if not line.startswith("Attribute VB_")
    ]
    assert code == ["Option Explicit"] * 2


@pytest.mark.parametrize("name", xlam.modules())
def test_a_module_declares_everything_in_lines_that_vba_can_hold(name):
    lines = xlam.modules()[name].splitlines()
    assert lines[0] == f'Attribute VB_Name = "{name}"'
    assert lines[1] == "Option Explicit"
    assert max(map(len, lines)) < LONGEST_LINE
    assert all(line.isascii() for line in lines)


@pytest.mark.parametrize("name", xlam.modules().keys() - {"XlbFunctions", "XlbRibbon"})
def test_only_functions_and_buttons_are_seen_from_outside(name):
    assert xlam.modules()[name].splitlines()[2] == "Option Private Module"


def test_what_a_virus_scanner_would_say_of_its_code(read_back):
    # It calls a DLL, xlwings'; nothing starts by itself, and nothing is written.
    assert scanner.verdict(read_back.values()) == ("--X", False)


def test_a_start_by_itself_would_be_told(read_back):
    starts = "Sub Workbook_Open()\nEnd Sub"
    assert scanner.verdict([*read_back.values(), starts]) == ("A-X", True)


def test_openxml_audit_finds_no_error(addin):
    assert OpenXmlValidator().validate(addin).errors == []


def test_the_sdk_finds_no_error_and_would_find_one(addin, tmp_path):
    assert findings(addin) == []
    broken = tmp_path / "broken.xlam"
    with zipfile.ZipFile(addin) as package, zipfile.ZipFile(broken, "w") as written:
        for name in package.namelist():
            written.writestr(name, package.read(name).replace(b"<sheets>", b"<sheets><x/>"))
    assert findings(broken)


def test_pyopenvba_finds_no_fault(addin):
    assert check_file(str(addin)).ok


def test_the_wizard_has_help_for_every_argument(parts):
    workbook = ET.fromstring(parts["xl/workbook.xml"])  # noqa: S314 - our own file
    held = {
        name.get("name"): [each.text for each in name.iter(f"{X14}argumentDescription")]
        for name in workbook.iter(f"{X14}definedName")
    }
    assert held == {
        function.name: [parameter.says for parameter in function.parameters]
        for function in FUNCTIONS.values()
    }


def test_it_is_an_addin_for_excel(parts):
    assert b"ms-excel.addin.macroEnabled.main+xml" in parts["[Content_Types].xml"]
    assert b"2007/relationships/ui/extensibility" in parts["_rels/.rels"]
    assert parts["customUI/customUI14.xml"] == custom_ui(VERBS).encode()


def test_nothing_tells_of_the_machine_that_built_it(parts):
    text = b"\n".join(parts.values()).decode("latin-1")
    for place in (xlam.MACROS.parent, Path.home(), Path(tempfile.gettempdir())):
        assert f"{place}{os.sep}" not in text
    assert not re.search(r"[A-Z]:\\Users", text)
    assert "<dc:creator>xlbudget</dc:creator>" in text


def test_every_part_has_the_same_date(addin):
    with zipfile.ZipFile(addin) as package:
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_it_is_the_same_in_another_folder_and_another_process(addin, tmp_path):
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    again = folder / "again.xlam"
    options = {"cwd": folder, "env": os.environ | {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}}
    subprocess.run([sys.executable, "-c", BUILD, str(again)], check=True, **options)
    assert sha256(again.read_bytes()).digest() == sha256(addin.read_bytes()).digest()


def test_the_notice_of_xlwings_lies_beside_it(addin):
    assert "Zoomer Analytics" in addin.with_name(xlam.NOTICE).read_text("utf-8")
