"""The trusted location: our folder alone, without the folders below it, once."""

import pytest

from hosts.excel.windows import LOCATIONS, do, windows
from xlbudget.hosts.excel.trusted_location import distrust_steps, trust_steps, trusted_key


@pytest.fixture
def machine(tmp_path):
    machine = windows(tmp_path)
    machine.registry.write(rf"{LOCATIONS}\Location0", "Path", r"C:\Program Files\Templates")
    machine.registry.write(rf"{LOCATIONS}\LOCATION1", "Path", r"H:\Budget")
    return machine


def test_our_folder_becomes_one_under_the_first_free_number(machine):
    assert do(trust_steps(machine)) == 1
    assert machine.registry.content[rf"{LOCATIONS}\Location2"] == {
        "Path": f"{machine.folder}\\",
        "Description": "The xlbudget add-in, and nothing else",
        "AllowSubfolders": 0,
    }


def test_a_second_time_there_is_nothing_to_do(machine):
    do(trust_steps(machine))
    assert trust_steps(machine) == ()


@pytest.mark.parametrize("path", ["{}", "{}\\"], ids=["plain", "with-a-backslash"])
def test_it_is_recognized_as_a_person_would_have_written_it(machine, path):
    key = rf"{LOCATIONS}\Location7"
    machine.registry.write(key, "Path", path.format(machine.folder).upper())
    assert trusted_key(machine) == key
    assert trust_steps(machine) == ()


def test_taking_it_away_leaves_the_others(machine):
    before = dict(machine.registry.content)
    do(trust_steps(machine))
    assert do(distrust_steps(machine)) == 1
    assert machine.registry.content == before
    assert distrust_steps(machine) == ()
