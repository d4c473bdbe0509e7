"""The built folder, one run of Node and one page in Chromium, each once for all tests."""

import json
from pathlib import Path

import pytest

from catalogue.cases import TABLE
from hosts.officejs.routes import handed_over, with_zeros
from judges import node
from xlbudget.catalogue import FUNCTIONS
from xlbudget.hosts.officejs.build import files
from xlbudget.hosts.officejs.site import site

HERE = Path(__file__).parent
MANY = 10_000


@pytest.fixture(scope="session")
def pyodide():
    """Return the folder of Pyodide's npm package."""
    return node.package("pyodide")


@pytest.fixture(scope="session")
def held(pyodide):
    """Return all files of the add-in, by name."""
    return files(site("https://apps.example.org/xlb"), pyodide)


@pytest.fixture(scope="session")
def folder(held, tmp_path_factory):
    """Return the built folder; Node takes its scripts for modules, as browsers do."""
    place = tmp_path_factory.mktemp("officejs")
    (place / "package.json").write_text('{"type": "module"}')
    for name, content in held.items():
        (place / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (place / "site" / name).write_bytes(content)
    return place / "site"


@pytest.fixture(scope="session")
def told(folder):
    """Return what Node tells of the whole table: on the web, and on the desktop with its zeros."""
    web = [[case.function, handed_over(FUNCTIONS[case.function], case.cells)] for case in TABLE]
    desktop = [
        [case.function, handed_over(FUNCTIONS[case.function], with_zeros(case.cells))]
        for case in TABLE
        if "whole column" not in case.name
    ]
    calls = folder.parent / "calls.json"
    calls.write_text(json.dumps({"calls": web + desktop, "many": MANY}), "utf-8")
    answers = node.run(HERE / "run_cases.mjs", folder, calls)
    answers["web"] = answers["answers"][: len(web)]
    answers["desktop"] = answers["answers"][len(web) :]
    return answers
