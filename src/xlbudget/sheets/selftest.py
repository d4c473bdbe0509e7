"""The self-test workbook: does a spreadsheet with the add-in answer right?  One cell says so."""

from __future__ import annotations

from datetime import date

from xlbudget.catalogue import FUNCTIONS
from xlbudget.sheets.plan import (
    Book,
    Calculated,
    Cell,
    Column,
    Form,
    Part,
    Role,
    Row,
    Sheet,
    Table,
    ref,
    text,
    this,
    whole,
)
from xlbudget.sheets.selftest_arrays import agrees, array_trials, arrays_sheet
from xlbudget.sheets.selftest_cells import cells_sheet
from xlbudget.sheets.selftest_trials import Trial, conversions, examples, refusals

TITLE = "Self-test"
MISSING = (
    "The add-in is not loaded: no cell knows XLB_NPV. Install it with  xlbudget addin install  "
    "and open this workbook anew."
)
SILENT = (
    "The add-in is loaded, but no answer is right. Run  xlbudget addin doctor  in a terminal: it "
    "says what is wrong."
)
NOT_YET = (
    "Not calculated yet. In Excel, leave Protected View (Enable Editing); in LibreOffice, press "
    "Ctrl+Shift+F9."
)
"""What stands there until a program calculates: a verdict is never a stored one."""

_NAME_ERROR = 5
_DAY = date(2026, 7, 1)


def selftest_book() -> Book:
    """Return the self-test workbook as data; its cached answers are the right ones."""
    return Book(
        title="xlbudget: self-test of the functions",
        subject="Each function beside its expected value, and one cell that says PASS",
        author="xlbudget",
        sheets=(_selftest_sheet(), arrays_sheet(), cells_sheet()),
        names=(),
        opens_on=TITLE,
        created=_DAY,
    )


def trials() -> list[Trial]:
    """Return all tests, in the order of the sheet."""
    return [*examples(), *array_trials(), *refusals(), *conversions()]


def passed(count: int) -> str:
    """Return what the first sheet says when all is well."""
    return f"PASS: all {len(FUNCTIONS)} functions answer right, in {count} tests."


def _selftest_sheet() -> Sheet:
    tried = trials()
    return Sheet(
        title=TITLE,
        role=Role.CHECK,
        says="Load the add-in, open this workbook, and read the line below. Every live answer is "
        "compared with what it must be.",
        judgements=(Calculated(_verdict(len(tried)), NOT_YET),),
        tables=(_tests(tried),),
        frozen_columns=1,
        landscape=True,
        protected=False,
    )


def _tests(tried: list[Trial]) -> Table:
    answer, expected = this("Answer", "Tests"), this("Expected", "Tests")
    difference = f'=IF(ISNUMBER({expected}),IF(ISNUMBER({answer}),{answer}-{expected},"none"),"")'
    return Table(
        name="Tests",
        heading="Tests",
        says="To calculate all anew: Ctrl+Alt+Shift+F9 in Excel, Ctrl+Shift+F9 in LibreOffice. "
        "Numbers must agree to nine digits.",
        columns=(
            Column(header="Function", form=Form.TEXT, width=25),
            Column(header="What is tried", part=Part.LABEL, form=Form.WRAPPED, width=62),
            Column(header="Answer", form=Form.NUMBER, width=19),
            Column(header="Expected", form=Form.NUMBER, width=19),
            Column(header="Difference", form=Form.NUMBER, width=12, formula=difference),
            Column(
                header="Result",
                form=Form.TEXT,
                width=9,
                formula=agrees(answer, expected, '"PASS"', '"FAIL"'),
                good="PASS",
            ),
        ),
        rows=tuple(_row(number, trial) for number, trial in enumerate(tried)),
    )


def _row(number: int, trial: Trial) -> Row:
    difference: Cell = "" if isinstance(trial.expected, str) else 0.0
    live = Calculated(trial.formula, trial.expected)
    cells = (trial.function, trial.says, live, trial.expected, difference, "not yet")
    return Row(key=str(number), cells=cells, form=trial.form)


def _verdict(count: int) -> str:
    """Return the formula of the one cell; it has no function that Excel 2010 lacks."""
    probe = ref("Tests", "0", "Answer")
    results = whole("Result", "Tests")
    wrong = f'(ROWS({results})-COUNTIF({results},"PASS"))'
    first = f'INDEX({whole("Function", "Tests")},MATCH("FAIL",{results},0))'
    more = f'IF({wrong}>1," and "&({wrong}-1)&" more",""'
    failed = f'"FAIL: "&{first}&{more})&". See the rows that say FAIL."'
    return (
        f"=IF(IF(ISERROR({probe}),ERROR.TYPE({probe}),0)={_NAME_ERROR},{text(MISSING)},"
        f"IF({wrong}=ROWS({results}),{text(SILENT)},"
        f"IF({wrong}=0,{text(passed(count))},{failed})))"
    )
