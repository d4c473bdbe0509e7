"""One spelling of a formula, whichever program wrote it."""

from __future__ import annotations

import re
from functools import lru_cache

from xlbudget.workbook.brackets import BRACKETS

_TEXT = re.compile(r'("(?:[^"]|"")*")')
_PREFIX = re.compile(r"_XL(?:FN|WS|L|UDF)\.")
_TRUTH = re.compile(r"(?<![\w.])(TRUE|FALSE)\(\)")
_PLAIN_SHEET = re.compile(r"'([^\W\d]\w*)'!")
_IS_FRACTION = re.compile(r"\d\.|\.\d|\dE")
_FRACTION = re.compile(rf"{BRACKETS}|(?<![\w.])(?:\d+\.\d*|\.\d+|\d+(?=E[-+]?\d))(?:E[-+]?\d+)?")


@lru_cache(maxsize=65_536)
def spelled(formula: str) -> str:
    """Return a formula in one spelling: no spaces, capitals, no dollar signs, no prefixes.

    What stands between quotation marks stays as it is.

    Args:
        formula: The formula as a file stores it, in English, with or without its equals sign.

    Example:
        >>> spelled('=IF( $A$1 > 0.50, "A b", FALSE() )')
        'IF(A1>0.5,"A b",FALSE)'
        >>> spelled("_xlfn.stdev.s('Checks'!B2)")
        'STDEV.S(CHECKS!B2)'

    """
    formula = formula.removeprefix("=")
    if '"' not in formula:
        return _spelled(formula)
    pieces = enumerate(_TEXT.split(formula))
    return "".join(piece if i % 2 else _spelled(piece) for i, piece in pieces)


def same_formula(one: str, other: str) -> bool:
    """Return whether two formulas say the same, though programs write them a little otherwise."""
    return one == other or spelled(one) == spelled(other)


def sheet_word(title: str) -> str:
    """Return a sheet's title as it stands in a formula of that spelling, with its mark.

    Example:
        >>> sheet_word("Line items"), sheet_word("Dept. of O'Neil")
        ('LINEITEMS!', "'DEPT.OFO''NEIL'!")

    """
    return spelled("'" + title.replace("'", "''") + "'!")


def _spelled(piece: str) -> str:
    piece = "".join(piece.split()).upper().replace("$", "")
    if "_XL" in piece:
        piece = _PREFIX.sub("", piece)
    if "()" in piece:
        piece = _TRUTH.sub(r"\1", piece)
    if "'" in piece:
        piece = _PLAIN_SHEET.sub(r"\1!", piece)
    if _IS_FRACTION.search(piece):
        piece = _FRACTION.sub(_number, piece)
    return piece


def _number(found: re.Match[str]) -> str:
    """Return a number by its value: programs write 1E-3, 0.001 and 1.0000000000000000E-3."""
    return found[0] if found[0].startswith("[") else f"{float(found[0]):.14G}"
