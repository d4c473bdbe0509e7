"""Which styles of a workbook show a number as a date or a time."""

from __future__ import annotations

import re

from xlbudget.workbook.elements import elements

_BUILT_IN = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_ASIDE = re.compile(r'"[^"]*"|\[(?!hh?\]|mm?\]|ss?\])[^\]]*\]|[\\_*].')
_OF_A_DATE = re.compile("[dmhys]", re.IGNORECASE)
_GENERAL = "general"


def date_styles(data: bytes, place: str) -> frozenset[int]:
    """Return the numbers of the styles that show dates or times.

    Raises:
        UnreadableFileError: The part is not sound.

    """
    roots = elements(data, ("numFmts", "numFmt", "cellXfs", "xf"), place)
    inside = {root.name: root.inside for root in roots}
    codes = {
        form.facts.get("numFmtId"): form.facts.get("formatCode", "")
        for form in inside.get("numFmts", ())
    }
    dates = {str(number) for number in _BUILT_IN if str(number) not in codes}
    dates |= {str(number) for number, code in codes.items() if is_date_code(code)}
    styles = enumerate(inside.get("cellXfs", ()))
    return frozenset(i for i, style in styles if style.facts.get("numFmtId", "0") in dates)


def is_date_code(code: str) -> bool:
    """Return whether a number format shows a date or a time."""
    first = _ASIDE.sub("", code).partition(";")[0]
    return first.lower() != _GENERAL and _OF_A_DATE.search(first) is not None
