"""What a formula is made of: its calls, numbers, references and depth; found in one pass."""

from __future__ import annotations

import re
from collections.abc import Sized
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from xlbudget.workbook.brackets import BRACKETS
from xlbudget.workbook.read.address import column_of

TOKEN = re.compile(
    rf"""
      (?P<text>"(?:[^"]|"")*")
    | (?P<sheet>(?:'(?:[^']|'')*'|[^\W\d][\w.]*(?::[\w.]+)?|\[\d+\][\w.]*)!)
    | (?P<error>\#(?:REF!|N/A|NAME\?|DIV/0!|VALUE!|NUM!|NULL!))
    | (?P<columns>\$?[A-Za-z]{{1,3}}:\$?[A-Za-z]{{1,3}}(?![\w.(:]))
    | (?P<rows>\$?\d{{1,7}}:\$?\d{{1,7}}(?![\w.]))
    | (?P<cell>\$?[A-Za-z]{{1,3}}\$?\d{{1,7}}(?![\w.(\[]))
    | (?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)
    | (?P<call>[^\W\d][\w.]*(?=\())
    | (?P<column>[^\W\d][\w.]*{BRACKETS})
    | (?P<file>{BRACKETS})
    | (?P<name>[^\W\d\\][\w.?\\]*)
    | (?P<sign><>|<=|>=|\S)
    """,
    re.VERBOSE,
)
_RELATIVE = re.compile(
    rf"""(?P<kept>"(?:[^"]|"")*"|'(?:[^']|'')*'!|{BRACKETS})
    |(?P<cd>\$?)(?P<c>[A-Z]{{1,3}})(?P<rd>\$?)(?P<r>\d{{1,7}})(?![\w.(\[])|[^\W\d][\w.]*""",
    re.VERBOSE,
)
_PREFIXES = ("_xlfn.", "_xlws.", "_xll.")
ARITHMETIC = frozenset("+-*/^")
LONGEST = 8_192  # characters of a formula; Excel takes no more
_COMPARISONS = frozenset({"=", "<", ">", "<=", ">=", "<>"})
_Held = TypeVar("_Held", tuple[str, ...], frozenset[str])
_STEPS = _COMPARISONS | {"+", "-"}


@dataclass(frozen=True, slots=True)
class Number:
    """A number typed into a formula: its text, the call around it and which argument it is.

    A step is added to or taken from something, as in a row of years, or compared with it; or it
    is the number of a row that a condition picks, as in ``(A5="district")*3``.
    """

    text: str
    call: str
    argument: int
    is_step: bool


@dataclass(frozen=True, slots=True)
class Anatomy:
    """What a formula is made of.

    Attributes:
        calls: Its functions in capitals, without prefixes, in order.
        numbers: The numbers typed into it.
        operands: How many references, names, numbers and texts it has.
        size: Its length, each reference counted as one character.
        if_depth: How many IFs stand one in another at most.
        sheets: The sheets that it names, as written.
        cells: The cells and areas it refers to, with the sheet named before; "" for its own.
        columns: The table columns that it refers to.
        names: Other names in it.
        wide: Whole columns and rows.
        errors: Error values written into it.
        signs: Its operators.
        has_file: Whether it names another workbook.

    """

    calls: tuple[str, ...]
    numbers: tuple[Number, ...]
    operands: int
    size: int
    if_depth: int
    sheets: tuple[str, ...]
    cells: tuple[tuple[str, str], ...]
    columns: tuple[str, ...]
    names: tuple[str, ...]
    wide: tuple[str, ...]
    errors: tuple[str, ...]
    signs: frozenset[str]
    has_file: bool


@lru_cache(maxsize=65_536)
def anatomy(formula: str) -> Anatomy:
    """Return what a formula is made of, as far as Excel would take it."""
    found: dict[str, list[str]] = {name: [] for name in TOKEN.groupindex}
    numbers: list[Number] = []
    cells: list[tuple[str, str]] = []
    frames: list[list[object]] = []
    call, sheet, before, last, deepest, size, colon = "", "", "", "", 0, 0, False
    for token in TOKEN.finditer(formula[:LONGEST]):
        kind, word = token.lastgroup or "sign", token[0]
        found[kind].append(word)
        size += 1 if kind in {"cell", "columns", "rows", "column", "name", "sheet"} else len(word)
        if kind == "sign":
            if word in "({":
                frames.append([call if word == "(" else "", 0])
                deepest = max(deepest, sum(frame[0] == "IF" for frame in frames))
            elif word in ")}" and frames:
                frames.pop()
            elif word == "," and frames:
                frames[-1][1] = int(str(frames[-1][1])) + 1
        elif kind == "number":
            after = formula[token.end() : token.end() + 1]
            added = before == "^" or (before in _STEPS and after not in {"*", "/", "^", "%"})
            picked = before == "*" and last == ")" and after in {"", ")"}
            step = added or (picked and bool(_COMPARISONS & {*found["sign"]}))
            around = frames[-1] if frames else ["", 0]
            numbers.append(Number(word, str(around[0]), int(str(around[1])), step))
        elif kind == "cell":
            if colon and cells:
                cells[-1] = (cells[-1][0], f"{cells[-1][1]}:{word}")
            else:
                cells.append((sheet, word))
        call = bare(word) if kind == "call" else ""
        colon = word == ":" and before not in {")", "]"}
        sheet = _unquoted(word[:-1]) if kind == "sheet" else "" if kind != "sign" else sheet
        last, before = before, word
    words = [name for name in found["name"] if name.upper() not in {"TRUE", "FALSE"}]
    wide = found["columns"] + found["rows"]
    pieces: tuple[Sized, ...] = (cells, found["column"], words, wide, numbers)
    return Anatomy(
        calls=_one(tuple(bare(name) for name in found["call"])),
        numbers=tuple(numbers),
        operands=sum(len(piece) for piece in pieces) + len(found["text"]),
        size=size,
        if_depth=deepest,
        sheets=tuple(dict.fromkeys(_unquoted(name[:-1]) for name in found["sheet"])),
        cells=tuple(cells),
        columns=tuple(found["column"]),
        names=tuple(words),
        wide=tuple(wide),
        errors=tuple(found["error"]),
        signs=_one(frozenset(found["sign"])),
        has_file=bool(found["file"]) or any("[" in name for name in found["sheet"]),
    )


@lru_cache(maxsize=4_096)
def _one(held: _Held) -> _Held:
    """Return the first of things that are alike: many formulas have the same calls and signs."""
    return held


def bare(name: str) -> str:
    """Return a function's name in capitals, without the prefixes of newer functions."""
    name = name.lower()
    for prefix in _PREFIXES:
        name = name.removeprefix(prefix)
    return name.upper()


def relative(formula: str, row: int, column: int) -> str:
    """Return a formula with its relative references told by their distance from its cell.

    Formulas that were filled down or across are then the same text.
    """

    def told(found: re.Match[str]) -> str:
        if found["c"] is None:
            return found[0]
        across = found["c"] if found["cd"] else f"[{column_of(found['c']) - column}]"
        down = found["r"] if found["rd"] else f"[{int(found['r']) - row}]"
        return f"R{down}C{across}"

    return _RELATIVE.sub(told, formula)


def _unquoted(name: str) -> str:
    return name[1:-1].replace("''", "'") if name.startswith("'") else name
