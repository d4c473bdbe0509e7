"""Python for the page: the files of Pyodide that go along, and where they are found."""

from __future__ import annotations

import json
from pathlib import Path

from xlbudget.errors import MissingFileError

VERSION = "314.0.7"
"""The version that the add-in is tested with; its bytes are ours."""

FILES = (
    "pyodide.mjs",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "pyodide-lock.json",
    "python_stdlib.zip",
)

NOTICE = f"""Pyodide {VERSION}, unchanged, from the npm package "pyodide".
License: Mozilla Public License 2.0, see license.txt beside this file.
Source code: https://github.com/pyodide/pyodide/tree/{VERSION}

It contains CPython and its standard library (Python Software Foundation License 2,
https://docs.python.org/3/license.html) and the run-time library of Emscripten (MIT License,
https://github.com/emscripten-core/emscripten/blob/main/LICENSE).
"""

_LICENSE = Path(__file__).with_name("web") / "pyodide-license.txt"


def pyodide_files(folder: Path) -> dict[str, bytes]:
    """Return the files by name, with the license and a notice.

    Args:
        folder: The npm package ``pyodide``, as npm installs it.

    Raises:
        MissingFileError: It is not there, or it is another version.

    """
    found = _version(folder)
    if found != VERSION or not all((folder / name).is_file() for name in FILES):
        raise MissingFileError(
            saw=f"Pyodide {VERSION} is not in {folder}" + (f", but {found}" if found else ""),
            wants="Its files become part of the add-in",
            fix=f"Run: npm install pyodide@{VERSION}; then name its folder with --pyodide",
        )
    return {name: (folder / name).read_bytes() for name in FILES} | {
        "license.txt": _LICENSE.read_bytes(),
        "notice.txt": NOTICE.encode(),
    }


def usual_folder() -> Path:
    """Return where npm puts the package for whoever works in the current folder."""
    return Path("node_modules") / "pyodide"


def _version(folder: Path) -> str:
    try:
        return str(json.loads((folder / "package.json").read_text("utf-8"))["version"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""
