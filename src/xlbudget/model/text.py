"""What a person's words become: NFC, one kind of line end, nothing that a cell cannot hold."""

from __future__ import annotations

import re
from decimal import Context
from unicodedata import normalize

LONGEST_TEXT = 32_767  # characters that one cell holds, counted in UTF-16 units
LONGEST_ID = 40
ID_RULE = (
    f"An id has at most {LONGEST_ID} characters, none of * ? ~ and no “ · ”,"
    " and does not begin with = + - @ < or >"
)
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_UNFIT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_UNFIT_ID = re.compile(r"[*?~\n]| · |^[=+\-@<>]")
_SPACES = re.compile(r"\s+")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]{1,3})?")
_DIGITS = Context(prec=15)  # digits by which a spreadsheet tells numbers apart


def cleaned(text: str) -> str:
    r"""Return text as a budget keeps it: NFC, ``\n``, no control characters, no blanks around."""
    if text.isascii() and text.isprintable():
        return text.strip()
    plain = _UNFIT.sub("", _LINE_ENDS.sub("\n", text).replace("\t", " "))
    return normalize("NFC", plain).strip()


def cleaned_id(text: str) -> str:
    """Return an id as a budget keeps it: cleaned, every run of blanks one space."""
    return _SPACES.sub(" ", cleaned(text))


def is_unfit(text: str) -> bool:
    """Whether text has characters that are left out: no cell of a spreadsheet can hold them."""
    return not text.isprintable() and _UNFIT.search(_LINE_ENDS.sub("\n", text)) is not None


def is_too_long(text: str) -> bool:
    """Whether text is longer than a cell can hold."""
    return 2 * len(text) > LONGEST_TEXT and len(text.encode("utf-16-le")) > 2 * LONGEST_TEXT


def is_id(text: str) -> bool:
    """Whether text may be an id: no criterion of a spreadsheet function misreads it."""
    return len(text) <= LONGEST_ID and _UNFIT_ID.search(text) is None


def as_spreadsheets_see(text: str) -> str:
    """Return what a criterion such as ``COUNTIF``'s compares: “g1” is “G1”, and “01” is “1”."""
    if _NUMBER.fullmatch(text):
        return str(_DIGITS.create_decimal(text).normalize(_DIGITS))
    return text.casefold()
