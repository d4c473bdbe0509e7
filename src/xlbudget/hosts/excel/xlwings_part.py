"""What the add-in takes over from xlwings' own VBA, when it is built: the way to its DLL.

xlwings' module does far more: it runs commands, shows message boxes, and reads settings from the
open workbook and from its folder, so that a workbook that came by mail could name the program to
start.  Six procedures are taken and nothing else; ``macros/XlbServer.bas`` has the settings and the
command.  Whatever is not found exactly as expected fails the build.
"""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from xlbudget.hosts.excel.wrappers import VbaError

MODULE = "xlwings"
TAKEN = (
    "XLPyLoadDLL",
    "XLPy",
    "KillPy",
    "GetConfigFromFile",
    "FileExistsOnWindows",
    "ParentFolder",
)

_HEAD_ENDS = "Public Function RunPython("
_LEFT_OUT = (
    (r'#Const App = "Microsoft Excel"', 1),
    (r'Public Const PROJECT_NAME As String = "myaddin"', 1),
    (r"Function XLPyDLLNDims Lib ", 3),
    (r"Function XLPyDLLVersion Lib ", 3),
    (r'Function system Lib "libc.dylib"', 2),
)
_TELLS = "' Parts of xlwings, taken when the add-in is built.\n"
_ONLY_ON_MAC = re.compile(r"^ *#If Mac Then\n *#End If\n", re.MULTILINE)
_NOTICE = "Redistributions in binary form must reproduce the above copyright notice"
_LICENSE = "LICENSE.txt"


def xlwings_module() -> str:
    """Return the module of the installed xlwings, reduced to what the add-in needs."""
    return reduced(_installed("xlwings/xlwings_custom_addin.bas"))


def xlwings_license() -> str:
    """Return the license of xlwings, which goes along with the add-in."""
    text = _installed(_LICENSE)
    if _NOTICE.lower() not in " ".join(text.lower().split()):
        raise VbaError("the license of xlwings is not the one that was expected")
    return text


def reduced(source: str) -> str:
    """Return the head of xlwings' module with its license, and the procedures that are taken."""
    head, found, _ = source.partition(_HEAD_ENDS)
    if not found:
        raise VbaError(f'xlwings\' module has no "{_HEAD_ENDS}"')
    return "\n\n".join([_head(head), *(_procedure(source, name) for name in TAKEN), ""])


def _head(text: str) -> str:
    name = f'Attribute VB_Name = "{MODULE}"\n'
    if text.count(name) != 1 or "BSD 3-clause" not in text:
        raise VbaError("the head of xlwings' module is not the one that was expected")
    for words, times in _LEFT_OUT:
        lines = [line for line in text.splitlines(keepends=True) if words in line]
        if len(lines) != times:
            raise VbaError(f'xlwings\' module has "{words}" {len(lines)} times, not {times}')
        for line in lines:
            text = text.replace(line, "", 1)
    text = _ONLY_ON_MAC.sub("", text).replace('\'Attribute VB_Name = "Main"\n', "")
    declared = f"{name}Option Explicit\nOption Private Module\n{_TELLS}"
    return re.sub(r"\n{3,}", "\n\n", text.replace(name, declared)).rstrip()


def _procedure(source: str, name: str) -> str:
    pattern = rf"^(?:Private )?(Function|Sub) {name}\(.*?^End \1$"
    found = [match.group() for match in re.finditer(pattern, source, re.MULTILINE | re.DOTALL)]
    if len(found) != 1:
        raise VbaError(f"xlwings' module has {len(found)} procedures {name}, not one")
    return found[0]


def _installed(name: str) -> str:
    """Return the text of a file of the installed xlwings."""
    try:
        files = distribution("xlwings").files or []
    except PackageNotFoundError:
        raise VbaError("xlwings is not installed; the add-in is built from it") from None
    found = [file for file in files if file.as_posix().endswith(f"/{name}") or str(file) == name]
    if len(found) != 1:
        raise VbaError(f"xlwings has {len(found)} files {name}, not one")
    return Path(str(found[0].locate())).read_text("utf-8")
