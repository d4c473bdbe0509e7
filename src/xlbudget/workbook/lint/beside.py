"""Explanations in a file beside a workbook or a district folder.

The file is called like the workbook or the folder, with ``.lint.toml`` behind it::

    [[suppress]]
    code = "L01"
    sheet = "Summary"          # leave out for all sheets
    cell = "A1"                # a cell or an area; leave out for all cells
    record = "LN-012"          # a line or another record by its id; leave out for all
    reason = "The letterhead of the board spans three columns"
    by = "J. Ortiz"
    date = 2026-09-01
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path

from xlbudget.workbook.lint.rule import Fault
from xlbudget.workbook.lint.suppression import Suppression

ENDING = ".lint.toml"
MOST_BYTES = 1_000_000
_KNOWN = ("code", "reason", "by", "date", "sheet", "cell", "record")
_FORM = "Each [[suppress]] has code, reason, by and date; sheet, cell and record narrow it"


def file_beside(path: Path) -> Path:
    """Return the file of explanations that belongs to a workbook or a folder."""
    whole = path if path.name not in {"", ".."} else path.resolve()
    return whole.with_name(whole.name + ENDING)


def explanations_beside(
    path: Path, codes: Collection[str]
) -> tuple[tuple[Suppression, ...], tuple[Fault, ...]]:
    """Return what is let stand beside a workbook or folder, and what is wrong with that file.

    Args:
        path: The workbook or folder; there need be no file beside it.
        codes: The rules that there are.

    """
    beside = file_beside(path)
    rows, fault = _rows(beside) if beside.is_file() else ((), "")
    kept: list[Suppression] = []
    faults = [fault] if fault else []
    for row in rows:
        facts = {name: str(row.get(name, "")).strip() for name in _KNOWN}
        one = Suppression(**facts | {"code": facts["code"].upper()}, kept_in=beside.name)
        strange = sorted(set(row) - set(_KNOWN))
        flaw = f"An explanation has the word {strange[0]!r}" if strange else one.flaw(codes)
        faults += [flaw] if flaw else []
        kept += [] if flaw else [one]
    return tuple(kept), tuple(Fault(f"{saw}. {_FORM}") for saw in faults)


def _rows(beside: Path) -> tuple[tuple[Mapping[str, object], ...], str]:
    """Return the rows of a file, or in words why it has none."""
    try:
        if beside.stat().st_size > MOST_BYTES:
            return (), "The file is larger than a megabyte"
        rows = tomllib.loads(beside.read_text(encoding="utf-8")).get("suppress", [])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        return (), f"The file is no sound TOML ({error})"
    except OSError as error:
        return (), f"The file cannot be read ({error.strerror})"
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        return (), "The file holds no list of [[suppress]]"
    return tuple(rows), ""
