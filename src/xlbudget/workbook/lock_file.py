"""Who has a workbook open: what Excel and LibreOffice leave beside a file they hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_MOST_BYTES = 4096
_WIDE_AT = 55  # where Excel's owner file tells the name again, in two bytes a letter
_LONGEST = 52
_FIELD = re.compile(r"((?:\\.|[^,\\])*),?")


@dataclass(frozen=True, slots=True)
class Lock:
    """A program that holds a file, and its user when the lock tells."""

    program: str
    user: str
    file: Path


def lock_of(path: Path) -> Lock | None:
    """Return the lock that a spreadsheet program has on a file; None when there is none."""
    excel = path.with_name(f"~${path.name}")
    if excel.is_file():
        return Lock("Excel", _excel_user(_head(excel)), excel)
    office = path.with_name(f".~lock.{path.name}#")
    if office.is_file():
        return Lock("LibreOffice", _office_user(_head(office)), office)
    return None


def _head(file: Path) -> bytes:
    try:
        with file.open("rb") as held:
            return held.read(_MOST_BYTES)
    except OSError:
        return b""  # Excel keeps its owner file from others on some systems


def _excel_user(head: bytes) -> str:
    """Return the user that Excel's owner file names, by its wide copy or else its narrow one."""
    length = head[0] if head else 0
    wide = head[_WIDE_AT : _WIDE_AT + 1]
    if wide and 0 < wide[0] <= _LONGEST:
        start = _WIDE_AT + 2
        return _shown(head[start : start + 2 * wide[0]].decode("utf-16-le", errors="replace"))
    return _shown(head[1 : 1 + min(length, _LONGEST)].decode("cp1252", errors="replace"))


def _office_user(head: bytes) -> str:
    """Return the user that LibreOffice's lock names: its own name, or the account's."""
    text = head.decode("utf-8", errors="replace").strip().removesuffix(";")
    fields = [re.sub(r"\\(.)", r"\1", field) for field in _FIELD.findall(text)]
    return next((name for field in fields[:2] if (name := _shown(field))), "")


def _shown(name: str) -> str:
    return "".join(letter for letter in name if letter.isprintable()).strip()
