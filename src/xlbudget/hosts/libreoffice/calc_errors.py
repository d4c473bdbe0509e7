"""Errors as Calc keeps them inside a number: a NaN whose last 32 bits are the error's code."""

from __future__ import annotations

from struct import pack, unpack

CODES = {
    "#NULL!": 521,
    "#DIV/0!": 532,
    "#VALUE!": 519,
    "#REF!": 524,
    "#NAME?": 525,
    "#NUM!": 503,
    "#N/A": 32767,
}
"""Calc's code of each error that Excel knows too."""

_ERRORS = {code: error for error, code in CODES.items()}
_NAN = 0x7FF8_0000_0000_0000
_LAST_32_BITS = 0xFFFF_FFFF


def nan_of(error: str) -> float:
    """Return the number that makes a cell show an error."""
    return float(unpack("<d", pack("<Q", _NAN | CODES.get(error, CODES["#VALUE!"])))[0])


def error_of(nan: float) -> str:
    """Return the error that Calc means by a NaN; one without a code is #NUM!."""
    code = int(unpack("<Q", pack("<d", nan))[0]) & _LAST_32_BITS
    return _ERRORS.get(code, "#VALUE!") if code else "#NUM!"
