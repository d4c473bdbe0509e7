"""The sheet Arrays of the self-test: answers of several cells, each beside the expected ones."""

from __future__ import annotations

from xlbudget.catalogue import FUNCTIONS, CellError, Function, call
from xlbudget.catalogue.formula_text import formula_text
from xlbudget.catalogue.function import Rows
from xlbudget.errors import UnknownChoiceError
from xlbudget.sheets.plan import (
    Calculated,
    Cell,
    Column,
    Form,
    Part,
    Role,
    Row,
    Sheet,
    Spilled,
    Table,
    ref,
)
from xlbudget.sheets.selftest_trials import Trial, form_of

_WIDE, _NARROW = 26, 13


def arrays_sheet() -> Sheet:
    """Return the sheet of the examples whose answers take several cells."""
    return Sheet(
        title="Arrays",
        role=Role.CALCULATION,
        says="Answers of several cells: each block is one array formula, the cells that it must "
        "give, and 1 for every cell that agrees.",
        tables=tuple(_block(function) for function in _spilling()),
        landscape=True,
        protected=False,
    )


def array_trials() -> list[Trial]:
    """Return the tests that count the cells that agree."""
    return [_trial(function) for function in _spilling()]


def agrees(answer: str, expected: str, yes: str, no: str) -> str:
    """Return the formula that compares two cells: numbers to nine digits, texts exactly."""
    near = f"ABS({answer}-{expected})<=1E-9*IF({expected}=0,1,ABS({expected}))"
    number = f"IF(ISNUMBER({answer}),IF({near},{yes},{no}),{no})"
    text = f"IF(EXACT({answer},{expected}),{yes},{no})"
    return f"=IF(ISERROR({answer}),{no},IF(ISNUMBER({expected}),{number},{text}))"


def _spilling() -> list[Function]:
    return [function for function in FUNCTIONS.values() if function.spills]


def _rows(function: Function) -> Rows:
    answer = call(function, function.example[0])
    if isinstance(answer, (float, str, CellError)):
        raise UnknownChoiceError(
            saw=f"{function.name} answers {answer}",
            wants="The example of a function that spills has several cells",
            fix="Correct its example",
        )
    return answer


def _trial(function: Function) -> Trial:
    rows = _rows(function)
    cells = float(len(rows) * len(rows[0]))
    right = ref(_name(function), f"right 1..right {len(rows)}", f"1..{len(rows[0])}")
    says = f"{{{formula_text(function, function.example[0])}}}: cells that agree on Arrays"
    return Trial(function.name, says, f"=SUM({right})", cells, Form.WHOLE)


def _block(function: Function) -> Table:
    formula = formula_text(function, function.example[0])
    answer = _rows(function)
    heads = [str(place + 1) for place in range(len(answer[0]))]
    shown = form_of(function.returns)
    return Table(
        name=_name(function),
        heading=function.name,
        says=f"{{{formula}}}",
        columns=(_column("Cells", Form.TEXT, 12), *map(_numbered, heads)),
        rows=(
            *_kind("Answer", _spilled(formula, answer), shown),
            *_kind("Expected", answer, shown),
            *_kind("Right", _right(_name(function), answer), Form.WHOLE),
        ),
        plain=True,
    )


def _kind(label: str, rows: tuple[tuple[Cell, ...], ...] | Rows, form: Form) -> list[Row]:
    return [
        Row(key=f"{label.lower()} {place}", cells=(label, *row), form=form)
        for place, row in enumerate(rows, 1)
    ]


def _spilled(formula: str, answer: Rows) -> tuple[tuple[Cell, ...], ...]:
    first = Spilled(formula, answer[0][0], len(answer), len(answer[0]))
    return ((first, *answer[0][1:]), *map(tuple, answer[1:]))


def _right(name: str, answer: Rows) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        tuple(
            Calculated(
                agrees(
                    ref(name, f"answer {row}", str(column)),
                    ref(name, f"expected {row}", str(column)),
                    "1",
                    "0",
                ),
                1,
            )
            for column in range(1, len(answer[0]) + 1)
        )
        for row in range(1, len(answer) + 1)
    )


def _name(function: Function) -> str:
    return f"Array_{function.name}"


def _numbered(head: str) -> Column:
    return _column(head, Form.NUMBER, _WIDE if head == "1" else _NARROW)


def _column(header: str, form: Form, width: float) -> Column:
    return Column(header=header, part=Part.CALCULATION, form=form, width=width)
