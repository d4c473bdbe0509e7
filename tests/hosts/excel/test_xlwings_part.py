"""xlwings_part: what is taken of xlwings' VBA, what is not, and that a change is noticed."""

import re
from importlib.metadata import distribution, version

import pytest

from xlbudget.hosts.excel.wrappers import VbaError
from xlbudget.hosts.excel.xlwings_part import TAKEN, reduced, xlwings_license, xlwings_module

SOURCE = distribution("xlwings").locate_file("xlwings/xlwings_custom_addin.bas").read_text("utf-8")
TEXT = xlwings_module()


def code(text):
    """Return VBA without its comments."""
    return "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("'"))


def test_these_procedures_are_taken_and_no_other():
    procedures = re.findall(r"(?m)^(?:Private |Public )?(?:Function|Sub) (\w+)", TEXT)
    assert sorted(procedures) == sorted(TAKEN)


@pytest.mark.parametrize("name", TAKEN)
def test_a_procedure_is_taken_word_for_word(name):
    taken = re.search(rf"(?ms)^[\w ]*(Function|Sub) {name}\(.*?^End \1$", TEXT).group()
    assert taken in SOURCE


@pytest.mark.parametrize(
    "words",
    [
        *("ActiveWorkbook", "ThisWorkbook", "Worksheets", "Sheets(", "RunPython", "AddExcelDir"),
        *("WScript", "cmd.exe", "MsgBox", "Popup", "libc", "PROJECT_NAME", "myaddin", "Kill "),
    ],
)
def test_no_workbook_shell_or_message_box_is_left(words):
    assert words in SOURCE
    assert words not in code(TEXT)


def test_its_license_stands_at_the_head_and_beside():
    assert "Copyright (C) 2014-present, Zoomer Analytics LLC." in TEXT
    assert "THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS" in TEXT
    assert "Zoomer Analytics GmbH" in xlwings_license()


def test_the_dll_is_of_the_installed_version():
    assert set(re.findall(r"xlwings(?:32|64)-([\d.]+)\.dll", TEXT)) == {version("xlwings")}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"myaddin"', '"ouraddin"'),
        ("Function XLPy()", "Function XLPython()"),
        ("Private Sub XLPyLoadDLL()", "Private Sub XLPyLoad()"),
        ("Public Function RunPython(", "Public Sub RunPython("),
        ("Function GetConfigFromFile(", "Function ReadConfig("),
        ("BSD 3-clause", "another"),
        ('#Const App = "Microsoft Excel"', "#Const Application = 1"),
        ('system Lib "libc.dylib"', 'popen Lib "libc.dylib"'),
    ],
)
def test_another_xlwings_fails_the_build(old, new):
    assert old in SOURCE
    with pytest.raises(VbaError, match="xlwings"):
        reduced(SOURCE.replace(old, new))


def test_a_procedure_that_stands_twice_fails_the_build():
    twice = SOURCE + "\nFunction XLPy()\nEnd Function\n"
    with pytest.raises(VbaError, match="2 procedures XLPy"):
        reduced(twice)
