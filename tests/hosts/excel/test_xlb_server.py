"""macros/XlbServer.bas: which Python is started, once; and a failed start is remembered."""

from datetime import datetime, timedelta

import pytest
from pyopenvba.interpreter import VBAErrorValue

from hosts.excel.vba import PYTHON, Machine, workbench
from xlbudget.hosts.excel import xlam

VALUE = VBAErrorValue(2015)
CELLS = 500
NOW = datetime(2026, 7, 1, 8, 0)  # noqa: DTZ001 - a clock on a wall


def recalculate(excel, times):
    return {str(excel.run("XLB_ROI", 3.0, 2.0)) for _ in range(times)}


def why(excel):
    return excel.run("XLB_WHY", "XLB_ROI", 3.0, 2.0)


def test_python_is_started_once_for_all_cells():
    machine = Machine()
    excel = workbench(machine)
    assert recalculate(excel, 100) == {"0.5"}
    assert machine.starts == 1
    assert set(machine.asked) == {("xlbudget.hosts.excel.udfs", "XLB_ROI")}


def test_a_failed_start_is_tried_once_and_shows_no_box():
    machine = Machine(start_fails="Python process exited")
    excel = workbench(machine)
    excel.interpreter.freeze(NOW)
    assert recalculate(excel, CELLS) == {str(VALUE)}
    assert machine.starts == 1
    assert excel.interpreter.dialogs == []


def test_a_failed_start_is_tried_again_after_a_minute():
    machine = Machine(start_fails="Python process exited")
    excel = workbench(machine)
    for second in range(0, 150, 10):
        excel.interpreter.freeze(NOW + timedelta(seconds=second))
        excel.run("XLB_ROI", 3.0, 2.0)
    assert machine.starts == 3


def test_it_says_in_words_why_there_is_no_python():
    excel = workbench(Machine(start_fails="Python process exited."))
    words = why(excel)
    assert words.startswith(
        "Python was found, but Excel could not start it. Python process exited."
    )
    assert "xlbudget addin install" in words


@pytest.mark.parametrize(
    "machine",
    [
        pytest.param(Machine(interpreter=""), id="no-settings"),
        pytest.param(Machine(files=()), id="no-such-file"),
        pytest.param(Machine(interpreter="pythonw", files=("pythonw",)), id="a-bare-name"),
        pytest.param(Machine(interpreter=r"a\b.exe", files=(r"a\b.exe",)), id="a-relative-path"),
        pytest.param(Machine(interpreter=r"\b.exe", files=(r"\b.exe",)), id="no-drive"),
    ],
)  # fmt: skip
def test_a_python_without_a_full_path_is_never_started(machine):
    excel = workbench(machine)
    with pytest.raises(Exception, match="Python was not found"):
        excel.run("XlbInterpreter")
    with pytest.raises(Exception, match="Python was not found"):
        excel.run("XLPyCommand")


def test_a_share_is_a_full_path():
    share = r"\\school\tools\pythonw.exe"
    assert workbench(Machine(interpreter=share, files=(share,))).run("XlbInterpreter") == share


def test_a_python_that_ended_is_started_again_at_once():
    machine = Machine()
    excel = workbench(machine)
    recalculate(excel, 1)
    machine.ended = 1
    assert recalculate(excel, 3) == {"0.5"}
    assert machine.starts == 2


def test_a_python_that_ends_with_every_call_is_not_started_for_every_cell():
    machine = Machine(ended=99)
    excel = workbench(machine)
    assert recalculate(excel, 50) == {str(VALUE)}
    assert machine.starts == 2
    assert why(excel) == "The remote server machine does not exist"


def test_a_fault_in_python_starts_nothing_anew():
    fault = "Traceback (most recent call last):\r\n  File x\r\nModuleNotFoundError: xlbudget\r\n"
    machine = Machine(call_fails=fault)
    excel = workbench(machine)
    assert recalculate(excel, 5) == {str(VALUE)}
    assert machine.starts == 1
    assert why(excel) == "Python could not answer: ModuleNotFoundError: xlbudget"


def test_the_command_names_no_workbook_and_no_shell():
    command = workbench(Machine()).run("XLPyCommand")
    assert command == f'"{PYTHON}" -P -c "import xlwings;xlwings.serve(\'$(CLSID)\')"'


def test_settings_come_from_the_persons_own_file_only():
    excel = workbench(Machine())
    assert excel.run("XlbConfigFile") == r"C:\Users\ana\.xlbudget\xlbudget.conf"
    assert excel.run("GetConfig", "INTERPRETER_WIN") == PYTHON
    assert excel.run("GetConfig", "PYTHONPATH") == ""
    assert excel.run("GetConfig", "CONDA PATH", "x") == "x"


@pytest.mark.parametrize(
    "words", ["ActiveWorkbook", "ActiveSheet", "Sheets(", "CurDir", "ChDir", "Dir("]
)
def test_functions_ask_no_open_workbook_and_no_folder_for_anything(words):
    # the buttons work in the active workbook, and only they
    texts = (text for name, text in xlam.modules().items() if name != "XlbAct")
    assert words not in "".join(texts)


@pytest.mark.parametrize("name", xlam.modules())
def test_no_code_starts_by_itself(name):
    text = xlam.modules()[name].lower()
    for start in ("auto_open", "workbook_open", "auto_exec", "workbook_addininstall"):
        assert start not in text
