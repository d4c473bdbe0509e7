"""Which functions a formula calls, with what: formulas as a file stores them, in English."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from xlbudget.catalogue import FUNCTIONS
from xlbudget.workbook.brackets import BRACKETS

_TOKEN = re.compile(
    rf"""
      (?P<text>"(?:[^"]|"")*")
    | (?P<quoted>'(?:[^']|'')*')
    | (?P<bracket>{BRACKETS})
    | (?P<number>\d[\w.]*)
    | (?P<name>[^\W\d][\w.?]*)
    | (?P<sign>\S)
    """,
    re.VERBOSE | re.DOTALL,
)
_OPENS, _CLOSES = frozenset("({"), frozenset(")}")
_OWN = "XLB_"
_PREFIX = re.compile(r"^(?:_xll\.|_xlfn\.|_xlws\.|_xludf\.|_xldudf_)+", re.IGNORECASE)
_WITHOUT_LINES = {name.replace("_", ""): name for name in FUNCTIONS}


@dataclass(frozen=True, slots=True)
class Call:
    """A call of a function: its name as it is written, and where it stands in its formula."""

    formula: str
    name: str
    start: int
    end: int
    stops: tuple[int, ...]

    @property
    def arguments(self) -> tuple[str, ...]:
        """The text of each argument; empty for one that is left out."""
        ends = zip(self.stops, self.stops[1:], strict=False)
        held = tuple(self.formula[before + 1 : stop].strip() for before, stop in ends)
        return () if held == ("",) else held


@dataclass(slots=True)
class _Frame:
    """A bracket that is open: whose arguments it holds, and where it and its commas stand."""

    name: str
    start: int
    stops: list[int]


def calls(formula: str) -> list[Call]:
    """Return the calls of a formula, those inside others as well, in the order they close."""
    found: list[Call] = []
    frames: list[_Frame] = []
    name, start, after_mark = "", 0, False
    for token in _TOKEN.finditer(formula):
        sign = token[0]
        if sign in _OPENS:
            frames.append(_Frame(name if sign == "(" else "", start, [token.start()]))
        elif sign == "," and frames:
            frames[-1].stops.append(token.start())
        elif sign in _CLOSES and frames:
            frame = frames.pop()
            if frame.name:
                stops = (*frame.stops, token.start())
                found.append(Call(formula, frame.name, frame.start, token.end(), stops))
        if sign == "!":
            after_mark = True  # what stood before is the workbook or sheet of the name to come
            continue
        start = start if after_mark else token.start()
        name = sign if token.lastgroup == "name" else ""
        after_mark = False
    return found


def own_name(name: str) -> str:
    """Return the name in the catalogue's form of a function of ours; nothing for any other.

    A spreadsheet may write it in small letters, with a prefix of its own, or with the path that
    LibreOffice gives to a function of an add-in.
    """
    plain = _PREFIX.sub("", name).upper()
    if plain.startswith(_OWN):
        return plain
    return _WITHOUT_LINES.get(plain.rpartition(".")[2].replace("_", ""), "")


def names(formula: str) -> Iterator[str]:
    """Return every name in a formula in capitals, of functions, cells and defined names."""
    return (token[0].upper() for token in _TOKEN.finditer(formula) if token.lastgroup == "name")


def is_ours(formula: str, carriers: Collection[str] = ()) -> bool:
    """Return whether a formula calls a function of ours, itself or by a defined name.

    Args:
        formula: The formula, with or without its equals sign.
        carriers: Defined names, in capitals, whose formulas do.

    """
    if "XLB" in formula.upper() and any(own_name(call.name) for call in calls(formula)):
        return True
    return bool(carriers) and any(name in carriers for name in names(formula))
