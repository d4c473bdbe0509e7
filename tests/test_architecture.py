"""The house's one-way street: `.importlinter` holds, covers every room, and can fail."""

import re
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path

import grimp
import pytest
from importlinter.api import use_cases

ROOT = Path(__file__).resolve().parents[1]
CONFIG = ROOT / ".importlinter"
PACKAGE = ROOT / "src" / "xlbudget"
CORE = {"errors", "finance", "model", "analysis", "catalogue", "sheets", "actions"}
LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


@pytest.fixture(scope="module")
def contracts():
    config = ConfigParser()
    config.read(CONFIG, encoding="utf-8")
    return config


@pytest.fixture(scope="module")
def graph():
    return grimp.build_graph(
        "xlbudget",
        include_external_packages=True,
        exclude_type_checking_imports=True,
        cache_dir=None,
    )


def test_the_contracts_hold(capsys):
    kept = use_cases.lint_imports(config_filename=str(CONFIG), cache_dir=None, no_logo=True)
    assert kept, capsys.readouterr().out


def test_every_room_of_the_core_is_under_the_second_contract(contracts):
    rooms = {path.parent.name for path in PACKAGE.glob("*/__init__.py")} | {"errors"}
    listed = contracts["importlinter:contract:core"]["source_modules"].split()
    assert set(listed) == {f"xlbudget.{room}" for room in CORE & rooms}


def test_the_core_imports_the_standard_library_only(graph):
    foreign = {
        (module, imported)
        for module in graph.modules
        if module.count(".") and module.split(".")[1] in CORE
        for imported in graph.find_modules_directly_imported_by(module)
        if not imported.startswith("xlbudget") and imported not in sys.stdlib_module_names
    }
    assert not foreign


def test_every_package_has_room_for_its_modules():
    modules = {path.parent for path in PACKAGE.rglob("*.py")}
    assert [str(folder) for folder in modules if not (folder / "__init__.py").exists()] == []


@pytest.mark.parametrize(
    ("place", "line", "contract"),
    [
        pytest.param("finance/npv.py", "import xlbudget.model.budget", "Rooms import", id="upward"),
        pytest.param("model/budget.py", "import pandas", "The core imports", id="third-party"),
        pytest.param("cellar/__init__.py", "", "Rooms import", id="room-without-a-place"),
    ],
)
def test_the_contracts_can_fail(tmp_path, place, line, contract):
    house = tmp_path / "xlbudget"
    layers = re.findall(r"^    [\w(|) ]+$", CONFIG.read_text("utf-8"), re.MULTILINE)
    for room in re.findall(r"\w+", "\n".join(layers)):
        (house / room).mkdir(parents=True, exist_ok=True)
        (house / room / "__init__.py").touch()
    for file in ("__init__.py", "portfolio/__init__.py", "model/budget.py", place):
        (house / file).parent.mkdir(exist_ok=True)
        (house / file).touch()
    (house / place).write_text(line + "\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", LINT, "--config", CONFIG, "--no-cache"],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert done.returncode == 1
    assert re.search(f"{contract} .*BROKEN|not in the layers|exhaustive", done.stdout), done.stdout
