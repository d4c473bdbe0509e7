"""Excel's list of add-ins: ours is put on it and taken off, the others stay in their order."""

from pathlib import PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hosts.excel.windows import BLOOMBERG, OPTIONS, SOLVER, do, windows
from xlbudget.hosts.excel.registry import MemoryRegistry
from xlbudget.hosts.excel.start_list import (
    UNTICKED,
    entries,
    is_ours,
    place_on_list,
    rewritten,
    start_list_steps,
)

OURS = r'/R "C:\Users\ana\AppData\Local\xlbudget\addin\xlbudget.xlam"'

# --- Excel-DNA/WiXInstaller issue 16: an uninstaller that leaves a gap stops the add-ins behind it


def test_taking_ours_away_closes_the_gap_that_would_stop_the_others():
    now = {0: "AddIn-A.xll", 1: OURS, 2: "AddIn-C.xll", 3: "AddIn-D.xll"}
    assert rewritten(now, None) == {0: "AddIn-A.xll", 1: "AddIn-C.xll", 2: "AddIn-D.xll"}


@pytest.mark.parametrize(
    ("now", "then"),
    [
        pytest.param({}, {0: OURS}, id="the-first"),
        pytest.param({0: SOLVER, 1: BLOOMBERG}, {0: SOLVER, 1: BLOOMBERG, 2: OURS}, id="behind"),
        pytest.param({0: OURS, 1: SOLVER}, {0: OURS, 1: SOLVER}, id="there-already"),
        pytest.param({0: r'"D:\old\xlbudget.xlam"', 1: SOLVER}, {0: OURS, 1: SOLVER}, id="moved"),
        pytest.param({0: OURS, 1: SOLVER, 2: OURS}, {0: OURS, 1: SOLVER}, id="twice"),
        pytest.param({0: SOLVER, 4: BLOOMBERG}, {0: SOLVER, 1: OURS, 4: BLOOMBERG}, id="gap"),
        pytest.param({1: SOLVER}, {0: OURS, 1: SOLVER}, id="gap-at-the-head"),
    ],
)
def test_ours_stands_where_excel_reads(now, then):
    assert rewritten(now, OURS) == then


lists = st.dictionaries(st.integers(0, 6), st.sampled_from([SOLVER, BLOOMBERG, OURS, "x.xll"]))


@given(lists)
def test_the_others_keep_their_order(now):
    then = rewritten(rewritten(now, OURS), None)
    others = [text for _, text in sorted(now.items()) if not is_ours(text)]
    assert [text for _, text in sorted(then.items())] == others


@given(lists)
def test_a_second_time_nothing_changes(now):
    once = rewritten(now, OURS)
    assert rewritten(once, OURS) == once


@pytest.mark.parametrize(
    ("entry", "ours"),
    [
        (OURS, True),
        (r'"C:\A B\XLBUDGET.XLAM"', True),
        ("xlbudget.xlam", True),
        ("/R /F xlbudget.xlam", True),
        (r'"C:\A B\my xlbudget.xlam"', False),
        (r"C:\xlbudget.xlam\other.xlam", False),
        (SOLVER, False),
        (7, False),
    ],
)
def test_an_entry_is_ours_by_the_name_of_its_file(entry, ours):
    assert is_ours(entry) is ours


# --- in the registry


def test_other_options_of_excel_are_not_entries():
    registry = MemoryRegistry({OPTIONS: {"OPEN": SOLVER, "OpenInPlace": 1, "open1": BLOOMBERG}})
    assert entries(registry) == {0: SOLVER, 1: BLOOMBERG}


def test_the_steps_write_the_registry_and_tell_it(tmp_path):
    machine = windows(tmp_path)
    machine.registry.content[OPTIONS] = {"OPEN": SOLVER, "DefaultPath": "H:\\"}
    steps = start_list_steps(machine, tmp_path / "xlbudget.xlam")
    do(steps)
    ours = f'/R "{tmp_path / "xlbudget.xlam"}"'
    assert machine.registry.content[OPTIONS] == {
        "OPEN": SOLVER, "DefaultPath": "H:\\", "OPEN1": ours
    }  # fmt: skip
    assert [step.says for step in steps] == [rf"Set the registry value {OPTIONS}\OPEN1 to {ours}"]
    assert all(step.wants_excel_closed for step in steps)


def test_taking_ours_off_moves_the_later_ones_and_deletes_the_last(tmp_path):
    machine = windows(tmp_path)
    machine.registry.content[OPTIONS] = {"OPEN": OURS, "OPEN1": SOLVER, "OPEN2": BLOOMBERG}
    do(start_list_steps(machine, None))
    assert machine.registry.content[OPTIONS] == {"OPEN": SOLVER, "OPEN1": BLOOMBERG}


def test_an_add_in_that_a_person_unticked_is_forgotten(tmp_path):
    machine = windows(tmp_path)
    path = r"C:\Users\ana\AppData\Local\xlbudget\addin\xlbudget.xlam"
    machine.registry.content[UNTICKED] = {path: "", r"C:\other.xlam": ""}
    do(start_list_steps(machine, None))
    assert machine.registry.content[UNTICKED] == {r"C:\other.xlam": ""}


def test_an_entry_behind_a_gap_is_not_on_the_list():
    path = PureWindowsPath(r"C:\Users\ana\AppData\Local\xlbudget\addin\xlbudget.xlam")
    registry = MemoryRegistry({OPTIONS: {"OPEN": SOLVER, "OPEN2": OURS}})
    assert place_on_list(registry, path) == ""
    registry.write(OPTIONS, "OPEN1", SOLVER)
    assert place_on_list(registry, path) == "OPEN2"
