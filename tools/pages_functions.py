"""The manual page of the functions for cells, made from the catalogue and its docstrings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from page_parts import page_text, table_text

from xlbudget.catalogue import FUNCTIONS, NOT_IN_CELLS, Function
from xlbudget.catalogue.formula_text import default_text, formula_text, syntax
from xlbudget.hosts.answer_text import in_unit, rows_in_unit
from xlbudget.hosts.docstring import as_markdown, refusals, section
from xlbudget.hosts.function_facts import returns_in_words, twin

_ABOUT = (
    "Functions to type into a cell, such as `=XLB_NPV(5%,B2:B8)`. Each gives the same answer, or "
    "refuses for the same reason, in every program that has them, and in Python. Each example "
    "below is run by the tests."
)
_PLACES = """\
## Where they work

| Program | How |
| --- | --- |
| Microsoft Excel on Windows | an add-in: `xlbudget addin install` |
| Microsoft Excel on the web, on the Mac, and on Windows without Python | a folder of static \
files, as `=XLB.NPV(…)`: `xlbudget addin build` ([how to](how-to/deploy-excel-web.md)) |
| LibreOffice Calc 25.2 or newer | its extension: `xlbudget addin install --host libreoffice` |
| A terminal | `xlbudget call XLB_NPV 5% -100 60 60` |
| Python | `from xlbudget.catalogue import FUNCTIONS, call` |

The workbook `examples/selftest.xlsx` says in one cell whether the functions answer right on a \
machine. Where the decimal sign is a comma, Excel sets arguments apart with semicolons: type \
`=XLB_NPV(5%;B2:B8)`."""
_SHARED = """\
## What all functions share

**Money has a sign.** Among *flows* money paid out is negative and money received positive. What \
is called a *cost*, a *price* or a *saving* is a positive number.

**Time has a convention.** The first of several flows falls now, unless an argument says \
otherwise; payments "a year" fall at the end of each year. The spreadsheet's own NPV takes its \
first flow to fall at the end of the first period. Fiscal year N ends in calendar year N.

**A rate is a fraction.** Type 5% or 0.05. Every rate is above -100%. A unit of *percent* is the \
exception, and is named so: 62 for 62 percent.

**A blank is not zero.** A blank among numbers is refused (`#VALUE!`), because nobody knows \
whether it is nothing or not yet known; type 0 where there is nothing. Among texts a blank is an \
empty text. An argument between two commas, or after the last, is left out: its default stands.

**A number is a number.** A number that is stored as text is refused, and the reason says which \
one; a text never counts as 0. A truth value is no number. Cells with a currency or percent format \
are plain numbers.

**A range** is one row or one column where numbers, dates or words are asked for; either will do. \
A whole column or row, such as `B:B`, ends with its last filled cell; a title above the numbers is \
refused as text.

**A date** is a date cell, its serial number, or a text in the form 2026-07-01. Dates count from \
1900; a workbook set to the dates of 1904 is not told apart and would be four years off: turn that \
setting off. Serial numbers of days before 1900-03-01 are refused: spreadsheets disagree about them.

**An error in an argument** comes out as the very same error, before anything is calculated: mend \
that cell first.

**An answer of several cells** fills the cells beside and below in Excel 365. In older Excel and \
in LibreOffice mark the cells first, type the formula, and end with Ctrl+Shift+Enter.

**The reason of an error**: `=XLB_WHY("XLB_NPV",B1,B2:B8)` says in words why \
`=XLB_NPV(B1,B2:B8)` refuses: what was seen, what is wanted, and what to do. Give it the same \
arguments."""
_UNTOLD = (
    ("Program", "What is seen", "What follows"),
    (
        (
            "LibreOffice",
            "TRUE and FALSE in a cell arrive as 1 and 0",
            "they count as numbers, where Excel has them refused",
        ),
        (
            "LibreOffice",
            "a single blank cell arrives as 0",
            "it counts as 0; a blank within a range is refused as everywhere",
        ),
        (
            "LibreOffice",
            "a range with an error in it does not arrive",
            "the cell shows Err:504; an error in a single cell comes out as it is",
        ),
        (
            "Excel on the web (planned)",
            "blanks arrive as 0",
            "they will count as 0: the functions are not offered there yet",
        ),
    ),
)


def functions_page() -> str:
    """Return the page of the functions."""
    index = [
        (f"[`{item.name}`](#{item.name.lower()})", item.says, item.family)
        for item in FUNCTIONS.values()
    ]
    families = groupby(FUNCTIONS.values(), key=lambda item: item.family)
    absent = [(f"`{name}`", f"{reason}.") for name, reason in NOT_IN_CELLS.items()]
    return page_text(
        "Functions",
        "src/xlbudget/catalogue",
        _ABOUT,
        f"## All {len(FUNCTIONS)} functions\n\n"
        + table_text(("Function", "What it answers", "Family"), index),
        _PLACES,
        _SHARED,
        "## What a program cannot tell\n\n" + table_text(*_UNTOLD),
        *(part for family, members in families for part in _family(family, members)),
        "## Not offered in cells\n\nFunctions of `xlbudget.finance` that no cell offers.\n\n"
        + table_text(("In Python", "Why"), absent),
    )


def _family(family: str, members: Iterator[Function]) -> Iterator[str]:
    yield f"## {family}"
    for function in members:
        yield "\n\n".join(filter(None, _parts(function)))


def _parts(function: Function) -> Iterator[str]:
    yield f"### {function.name}\n\n{function.says}"
    yield f"```text\n{syntax(function)}\n```"
    yield _arguments(function)
    yield f"**Answers** {returns_in_words(function)}."
    yield _example(function)
    yield _said("Formula", section(function, "Formula"))
    yield _said("Source", section(function, "Source"))
    errors = [
        (
            f"`{item.error}`",
            as_markdown(item.when),
            f"[{item.code}](errors.md)" if item.code else "",
        )
        for item in refusals(function)
    ]
    yield table_text(("Error", "When", "Code"), errors)
    yield f"**Unlike the spreadsheet's own function:** {function.unlike}" if function.unlike else ""
    native = twin(function)
    yield f"**The same without xlbudget:** `{native}`" if native else ""
    yield f"Since version {function.since}."


def _arguments(function: Function) -> str:
    rows = [
        (
            f"`{item.name}`",
            item.says,
            item.kind.value,
            item.unit.says,
            _if_left_out(default_text(function, item), optional=function.is_optional(item)),
        )
        for item in function.parameters
    ]
    return table_text(("Argument", "What it is", "Takes", "Unit", "If left out"), rows)


def _if_left_out(default: str, *, optional: bool) -> str:
    if not optional:
        return "refused"
    return f"`{default}`" if default else "nothing"


def _example(function: Function) -> str:
    cells, result = function.example
    formula = f"`{formula_text(function, cells)}`"
    if isinstance(result, (float, str)):
        return f"**Example** {formula} gives **{_text(in_unit(result, function.returns))}**"
    rows = rows_in_unit(result, function.returns)
    headless = any(isinstance(value, float) for value in result[0])
    heads = [""] * len(rows[0]) if headless else rows[0]
    return f"**Example** {formula} gives\n\n" + table_text(heads, rows if headless else rows[1:])


def _said(label: str, words: str) -> str:
    return f"**{label}** {as_markdown(words)}" if words else ""


def _text(words: str) -> str:
    """Return words that Markdown leaves as they are."""
    return re.sub(r"([\[\]*_$])", r"\\\1", words)
