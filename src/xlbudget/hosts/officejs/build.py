"""The folder of static files: put together, and written whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import datetime
from html import escape
from importlib.metadata import distribution
from pathlib import Path
from tempfile import TemporaryDirectory

import xlbudget
from xlbudget.actions.verb import Verb
from xlbudget.errors import ExistingFileError, MissingFileError
from xlbudget.hosts.officejs import icons
from xlbudget.hosts.officejs.core_zip import core_zip
from xlbudget.hosts.officejs.help_page import help_page
from xlbudget.hosts.officejs.manifest_json import manifest_json
from xlbudget.hosts.officejs.manifest_xml import manifest_xml
from xlbudget.hosts.officejs.metadata import functions_json, functions_list
from xlbudget.hosts.officejs.pyodide_part import pyodide_files
from xlbudget.hosts.officejs.ribbon import groups
from xlbudget.hosts.officejs.site import Site

VERBS: tuple[Verb, ...] = ()
"""The actions that the page answers; each of them gets its button."""

_WEB = Path(__file__).with_name("web")
_SCRIPTS = (
    "bridge.js",
    "cells.js",
    "functions.js",
    "pane.css",
    "pane.js",
    "python.js",
    "worker.js",
)


def files(site: Site, pyodide: Path) -> dict[str, bytes]:
    """Return all files by name; the same sources give the same bytes.

    Args:
        site: Where they will lie.
        pyodide: The npm package ``pyodide``.

    Raises:
        MissingFileError: Pyodide is not there.

    """
    python = pyodide_files(pyodide)
    return _texts(site) | _pictures() | {f"pyodide/{name}": held for name, held in python.items()}


def write(held: Mapping[str, bytes], folder: Path, *, force: bool = False) -> Path | None:
    """Write files into a folder of their own; return where what stood there went, or None.

    Args:
        held: The files by name.
        folder: The folder to make.
        force: Whether one that stands there is replaced; it is kept under a dated name.

    Raises:
        ExistingFileError: The folder is there and ``force`` is false.
        MissingFileError: The folder that is to hold it is not there.

    """
    refuse(folder, force=force)
    kept = None
    with TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as beside:
        made = Path(beside) / folder.name
        for name, content in held.items():
            (made / name).parent.mkdir(parents=True, exist_ok=True)
            (made / name).write_bytes(content)
        if folder.exists():
            kept = folder.with_name(f"{folder.name}-{datetime.now().astimezone():%Y-%m-%d-%H%M%S}")
            folder.rename(kept)
        shutil.move(made, folder)
    return kept


def refuse(folder: Path, *, force: bool) -> None:
    """Refuse a folder that cannot be written; see :func:`write`."""
    if not folder.parent.is_dir():
        raise MissingFileError(
            saw=f"There is no folder {folder.parent}",
            wants="The new folder is made inside of one that is there",
            fix="Make that folder, or name another",
        )
    if folder.exists() and not force:
        raise ExistingFileError(
            saw=f"{folder} is there already",
            wants="Nothing is replaced unasked",
            fix="Name another folder, or add --force: the old one is kept under a dated name",
        )


def _texts(site: Site) -> dict[str, bytes]:
    page = (_WEB / "taskpane.html").read_text("utf-8")
    tab = groups(VERBS)
    made = {
        "core.zip": core_zip(),
        "functions.json": functions_json(site.at("help.html")).encode(),
        "functions-list.js": functions_list().encode(),
        "help.html": help_page().encode(),
        "license.txt": _license().encode(),
        "manifest.json": manifest_json(site, tab).encode(),
        "manifest.xml": manifest_xml(site, tab).encode(),
        "taskpane.html": page.replace("{policy}", escape(site.policy))
        .replace("{office_js}", escape(site.office_js))
        .encode(),
    }
    return made | {name: (_WEB / name).read_text("utf-8").encode() for name in _SCRIPTS}


def _pictures() -> dict[str, bytes]:
    sized = {f"icon-{side}.png": icons.icon(side) for side in icons.SIZES}
    return sized | {"color.png": icons.icon(icons.COLOR), "outline.png": icons.outline()}


def _license() -> str:
    beside_the_sources = Path(xlbudget.__file__).parents[2] / "LICENSE"
    if beside_the_sources.exists():
        return beside_the_sources.read_text("utf-8")
    return distribution("xlbudget").read_text("licenses/LICENSE") or ""
