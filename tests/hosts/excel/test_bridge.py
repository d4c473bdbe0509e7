"""The bridge's settings file as VBA writes and reads it, and the folders of its DLL."""

import pytest

from hosts.excel.windows import dll, do, windows
from xlbudget.hosts.excel.bridge import (
    library,
    read_settings,
    settings_steps,
    unset_steps,
)


@pytest.fixture
def machine(tmp_path):
    return windows(tmp_path)


def put(machine, content):
    machine.settings.parent.mkdir(parents=True)
    machine.settings.write_bytes(content)


# --- the file, in the form of VBA's Write # and Input #


def test_the_interpreter_without_a_window_is_named(machine):
    assert do(settings_steps(machine)) == 1
    expected = f'"INTERPRETER_WIN","{machine.interpreter.with_name("pythonw.exe")}"\r\n'
    assert machine.settings.read_bytes() == expected.encode()


def test_a_second_time_there_is_nothing_to_do(machine):
    do(settings_steps(machine))
    assert settings_steps(machine) == ()


def test_where_there_is_no_pythonw_python_itself_is_named(machine):
    machine.interpreter.with_name("pythonw.exe").unlink()
    do(settings_steps(machine))
    assert read_settings(machine) == {"INTERPRETER_WIN": str(machine.interpreter)}


def test_other_settings_stay_and_an_older_interpreter_goes(machine):
    put(machine, b'"SHOW CONSOLE","True"\r\n"interpreter_win","C:\\old\\pythonw.exe"\r\n')
    do(settings_steps(machine))
    found = read_settings(machine)
    assert found["SHOW CONSOLE"] == "True"
    assert found["INTERPRETER_WIN"] == str(machine.windowless)
    assert len(found) == 2


def test_letters_are_those_of_the_code_page(machine):
    put(machine, '"INTERPRETER_WIN","C:\\Users\\Zoë\\pythonw.exe"\r\n'.encode("cp1252"))
    assert read_settings(machine)["INTERPRETER_WIN"] == "C:\\Users\\Zoë\\pythonw.exe"


def test_a_byte_of_no_letter_survives(machine):
    put(machine, b'"TEMP DIR","H:\\\x81"\r\n')
    do(settings_steps(machine))
    assert b'"TEMP DIR","H:\\\x81"\r\n' in machine.settings.read_bytes()


def test_a_comma_in_a_path_is_no_end_of_it(machine):
    put(machine, b'"INTERPRETER_WIN","C:\\Ruiz, Ana\\pythonw.exe"\r\n\r\n"LONE"\r\n')
    assert read_settings(machine) == {"INTERPRETER_WIN": r"C:\Ruiz, Ana\pythonw.exe", "LONE": ""}


def test_taking_ours_away_takes_the_file_and_its_empty_folder(machine):
    do(settings_steps(machine))
    assert do(unset_steps(machine)) == 1
    assert not machine.settings.parent.exists()
    assert unset_steps(machine) == ()


def test_taking_ours_away_leaves_the_other_settings(machine):
    put(machine, b'"SHOW CONSOLE","True"\r\n')
    assert unset_steps(machine) == ()
    do(settings_steps(machine))
    do(unset_steps(machine))
    assert machine.settings.read_bytes() == b'"SHOW CONSOLE","True"\r\n'


# --- the DLL: the two folders of xlwings' XLPyLoadDLL


def test_in_a_virtual_environment_it_lies_above_the_interpreter(machine, tmp_path):
    assert library(machine.windowless, 64) == dll(tmp_path)(64)
    assert library(machine.windowless, 32) == dll(tmp_path)(32)


def test_in_a_plain_python_it_lies_beside_the_interpreter(tmp_path):
    (tmp_path / "Python311").mkdir()
    beside = tmp_path / "Python311" / dll(tmp_path)(64).name
    beside.touch()
    assert library(tmp_path / "Python311" / "pythonw.exe", 64) == beside


def test_anywhere_else_it_is_not_found(tmp_path):
    (tmp_path / "Roaming" / "Python").mkdir(parents=True)
    (tmp_path / "Roaming" / "Python" / dll(tmp_path)(64).name).touch()
    assert library(tmp_path / "Python311" / "pythonw.exe", 64) is None
