"""A machine with Windows, in a folder of a test: its folders, its Python, its registry."""

from dataclasses import replace
from pathlib import Path

from xlbudget.hosts.excel.machine import XLWINGS, Machine
from xlbudget.hosts.excel.registry import MemoryRegistry

EXCEL = r"HKCU\Software\Microsoft\Office\16.0\Excel"
OPTIONS = rf"{EXCEL}\Options"
LOCATIONS = rf"{EXCEL}\Security\Trusted Locations"
CLICK_TO_RUN = r"HKLM\SOFTWARE\Microsoft\Office\ClickToRun\Configuration"
SOLVER = r'"C:\Program Files\Microsoft Office\root\Office16\Library\SOLVER\SOLVER.XLAM"'
BLOOMBERG = r'/R "C:\blp\API\Office Tools\BloombergUI.xla"'


def windows(place: Path, **changed: object) -> Machine:
    """Return a machine that lacks nothing: Excel of 64 bits, and xlbudget in an environment."""
    scripts = place / "env" / "Scripts"
    scripts.mkdir(parents=True)
    for file in (scripts / "python.exe", scripts / "pythonw.exe", *map(dll(place), (64, 32))):
        file.write_bytes(b"MZ")
    package = place / "package"
    package.mkdir()
    (package / "xlbudget.xlam").write_bytes(b"the add-in of this version")
    (package / "xlwings-license.txt").write_text("BSD")
    folders = {"LOCALAPPDATA": "AppData/Local", "APPDATA": "AppData/Roaming", "USERPROFILE": ""}
    machine = Machine(
        registry=MemoryRegistry({CLICK_TO_RUN: {"Platform": "x64"}}),
        environment={name: str(place / "ana" / path) for name, path in folders.items()},
        interpreter=scripts / "python.exe",
        base=place / "Python311",
        xlwings=XLWINGS,
        code_page="cp1252",
        excel_runs=lambda: False,
        package=package,
    )
    return replace(machine, **changed)


def dll(place: Path):
    """Return a function that names the DLL of 64 or 32 bits of a machine."""
    return lambda bits: place / "env" / f"xlwings{bits}-{XLWINGS}.dll"


def do(steps):
    """Take steps, and return how many there were."""
    for step in steps:
        step.do()
    return len(steps)


def files(place: Path) -> dict[str, bytes]:
    """Return every file of the person by its path."""
    home = place / "ana"
    found = (path for path in home.rglob("*") if path.is_file())
    return {path.relative_to(home).as_posix(): path.read_bytes() for path in found}
