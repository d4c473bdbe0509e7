"""The add-in for Excel, xlbudget.xlam, put together without Excel.

pyOpenVBA writes the VBA project; the ribbon, the help for each argument and the properties of the
document are parts of the package that we write ourselves.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from pyopenvba import ExcelFile, VBAModuleKind  # type: ignore[import-untyped]

from xlbudget.actions.verbs import VERBS
from xlbudget.catalogue import FUNCTIONS
from xlbudget.hosts.excel import wrappers, xlwings_part
from xlbudget.hosts.excel.package_parts import app_xml, core_xml, with_help, with_ribbon
from xlbudget.hosts.excel.ribbon import custom_ui

ARTIFACT = Path(__file__).with_name("xlbudget.xlam")
"""Where the add-in stands in an installed package."""

NOTICE = "xlwings-license.txt"
"""The notice of xlwings, which goes along beside the add-in."""

MACROS = Path(__file__).parents[4] / "macros"
"""The hand-written code, in the sources."""

WRITTEN = ("XlbBridge", "XlbServer", "XlbExplain", "XlbAct", "XlbRibbon")
CLASSES = ("XlbWatcher",)

_RIBBON = "customUI/customUI14.xml"
_DATE = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_READABLE = 0o100644 << 16


def build(path: Path = ARTIFACT, macros: Path = MACROS) -> None:
    """Write the add-in and the notice; the same sources give the same bytes on every machine.

    Args:
        path: The file to write, by default inside the package.
        macros: The folder of the hand-written code.

    """
    parts = _parts(_with_modules(modules(macros), classes(macros)))
    parts["_rels/.rels"] = with_ribbon(parts["_rels/.rels"], _RIBBON)
    parts["xl/workbook.xml"] = with_help(parts["xl/workbook.xml"], FUNCTIONS.values())
    parts["docProps/core.xml"] = core_xml()
    parts["docProps/app.xml"] = app_xml()
    parts[_RIBBON] = custom_ui(VERBS).encode()
    path.write_bytes(_package(parts))
    path.with_name(NOTICE).write_text(xlwings_part.xlwings_license(), "utf-8", newline="\n")


def modules(macros: Path = MACROS) -> dict[str, str]:
    """Return the text of each VBA module by its name, those that are made and those by hand."""
    return {
        wrappers.MODULE: wrappers.functions_module(FUNCTIONS.values()),
        **{name: (macros / f"{name}.bas").read_text("utf-8") for name in WRITTEN},
        xlwings_part.MODULE: xlwings_part.xlwings_module(),
    }


def classes(macros: Path = MACROS) -> dict[str, str]:
    """Return the text of each class of the VBA project by its name."""
    return {name: (macros / f"{name}.cls").read_text("utf-8") for name in CLASSES}


def _with_modules(texts: dict[str, str], of_classes: dict[str, str]) -> bytes:
    """Return a package with the modules in its VBA project."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "xlbudget.xlam"
        with ExcelFile.create_new(path) as book:
            project = book.vba_project()
            project.delete_module("Module1")
            for name, text in texts.items():
                project.add_module(name, text.replace("\n", "\r\n"))
            for name, text in of_classes.items():
                project.add_module(name, text.replace("\n", "\r\n"), kind=VBAModuleKind.other)
            for document in ("ThisWorkbook", "Sheet1"):
                book.set_module(document, "Option Explicit\r\n")
            book.save()
        return path.read_bytes()


def _parts(package: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(package)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def _package(parts: dict[str, bytes]) -> bytes:
    """Return a package of fixed dates, stored: each zlib compresses in its own way."""
    written = BytesIO()
    with ZipFile(written, "w", ZIP_STORED) as package:
        for name, content in parts.items():
            entry = ZipInfo(name, _DATE)
            entry.create_system = _UNIX
            entry.external_attr = _READABLE
            package.writestr(entry, content)
    return written.getvalue()
