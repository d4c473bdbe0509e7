"""The archive of the core: the rooms that import the standard library only, and data."""

from configparser import ConfigParser
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from xlbudget.hosts.officejs.core_zip import ROOMS, core_zip

CONTRACTS = Path(__file__).parents[3] / ".importlinter"


def members():
    with ZipFile(BytesIO(core_zip())) as archive:
        return archive.infolist()


def test_it_is_the_same_every_time_and_tells_no_machine_nor_day():
    assert core_zip() == core_zip()
    assert {(e.date_time, e.create_system, e.external_attr >> 16) for e in members()} == {
        ((1980, 1, 1, 0, 0, 0), 3, 0o100644)
    }


def test_it_holds_the_core_and_of_the_hosts_only_what_answers():
    names = {entry.filename for entry in members()}
    assert {name.split("/")[1] for name in names} == {"__init__.py", "errors.py", "hosts", *ROOMS}
    assert {name for name in names if "/hosts/" in name} == {
        "xlbudget/hosts/__init__.py",
        "xlbudget/hosts/officejs/__init__.py",
        "xlbudget/hosts/officejs/answers.py",
    }


def test_the_default_rates_go_along():
    assert "xlbudget/model/data/assumptions.csv" in {entry.filename for entry in members()}


def test_its_rooms_are_those_of_the_contract():
    contracts = ConfigParser()
    contracts.read(CONTRACTS, "utf-8")
    listed = contracts["importlinter:contract:core"]["source_modules"].split()
    assert {name.removeprefix("xlbudget.") for name in listed} == {"errors", *ROOMS}
