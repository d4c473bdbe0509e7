"""The tests of the self-test: every example, some refusals, and cells of every sort."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xlbudget.catalogue import FUNCTIONS, CellError, Function, Unit, call
from xlbudget.catalogue.formula_text import formula_text
from xlbudget.errors import UnknownChoiceError
from xlbudget.sheets import selftest_cells as cells
from xlbudget.sheets.plan import Form

TYPES = {"#DIV/0!": 2.0, "#VALUE!": 3.0, "#NUM!": 6.0, "#N/A": 7.0}
"""What the spreadsheet's ERROR.TYPE says of an error."""

_FORMS = {
    Unit.DOLLARS: Form.CENTS,
    Unit.DOLLARS_PER_YEAR: Form.CENTS,
    Unit.DOLLARS_PER_DAY: Form.CENTS,
    Unit.DOLLARS_PER_UNIT: Form.CENTS,
    Unit.TABLE: Form.NUMBER,
    Unit.YEARS: Form.NUMBER,
    Unit.PERIODS: Form.NUMBER,
    Unit.RATE: Form.RATE,
    Unit.SHARE: Form.SHARE,
    Unit.RATIO: Form.FACTOR,
    Unit.LEVEL: Form.FACTOR,
    Unit.GAIN: Form.FACTOR,
    Unit.WORD: Form.WRAPPED,
}


@dataclass(frozen=True, slots=True)
class Trial:
    """A test: what is tried in words, the live formula, and what it must give."""

    function: str
    says: str
    formula: str
    expected: float | str
    form: Form


def form_of(unit: Unit) -> Form:
    """Return how an answer of a unit is shown."""
    return _FORMS.get(unit, Form.PLAIN)


def examples() -> Iterator[Trial]:
    """Yield the example of each function whose answer is one cell."""
    for function in FUNCTIONS.values():
        if not function.spills:
            formula = formula_text(function, function.example[0])
            yield Trial(
                function.name,
                formula,
                formula,
                answer_of(function, *function.example[0]),
                form_of(function.returns),
            )


def refusals() -> Iterator[Trial]:
    """Yield tests of refusals; the number is what ERROR.TYPE says of the error."""
    yield _refusal("XLB_NPV", "A rate below -100% is refused: #NUM! is 6", -2.0, (1.0, 2.0))
    yield _refusal("XLB_ROI", "A division by nothing: #DIV/0! is 2", 1.0, 0.0)
    yield _refusal("XLB_ERATE_DISCOUNT", "An unknown word: #N/A is 7", 34.6, "moon", 1.0)
    yield _refusal("XLB_PAYBACK", "Money that never comes back: #NUM! is 6", (-2.0, 1.0))
    flow = cells.FLOWS[0]
    yield _refused_cells("A blank among the flows: #VALUE! is 3", "With a blank", (flow, None))
    yield _refused_cells("Numbers stored as text: #VALUE! is 3", "Stored as text", (f"{flow:.0f}",))
    error = cells.single("An error")
    yield Trial(
        "XLB_NPV",
        "An error in a cell comes out as it is: #DIV/0! is 2",
        f"=ERROR.TYPE(XLB_NPV({error},{_flows('Flow')}))",
        TYPES["#DIV/0!"],
        Form.WHOLE,
    )


def conversions() -> Iterator[Trial]:
    """Yield tests that read cells of every sort."""
    rate = cells.single("A rate in percent")
    worth = _expected("XLB_NPV", cells.RATE, cells.FLOWS)
    for says, flows in (
        ("A rate in percent and flows in a column", _flows("Flow")),
        ("Flows in a row", cells.across()),
        ("Flows with a currency format", _flows("As currency")),
    ):
        yield Trial("XLB_NPV", says, f"=XLB_NPV({rate},{flows})", worth, Form.CENTS)
    count = len(cells.DAYS)
    dated = f"{cells.column_of('Flow on a day', count)},{cells.column_of('Day', count)}"
    yield Trial(
        "XLB_XNPV",
        "Dates in a column of date cells",
        f"=XLB_XNPV({rate},{dated})",
        _expected("XLB_XNPV", cells.RATE, cells.DATED, cells.DAYS),
        Form.CENTS,
    )
    yield Trial(
        "XLB_FISCAL_YEAR",
        "A date cell",
        f"=XLB_FISCAL_YEAR({cells.single('A date')})",
        _expected("XLB_FISCAL_YEAR", "2026-07-01"),
        Form.PLAIN,
    )
    yield Trial(
        "XLB_UPV",
        "A truth value in a cell, and arguments that are left out",
        f"=XLB_UPV(3%,10,,,{cells.single('A truth value')})",
        _expected("XLB_UPV", 0.03, 10.0, 0.0, 1.0, True),
        Form.FACTOR,
    )
    columns = f"{cells.whole_column('Line item')},{cells.whole_column('Goal')}"
    yield Trial(
        "XLB_UNALIGNED",
        "Two whole columns; the first line item without a goal",
        f"=INDEX(XLB_UNALIGNED({columns}),2,1)",
        cells.LINES[cells.GOALS.index("")],
        Form.WRAPPED,
    )


def answer_of(function: Function, *arguments: object) -> float | str:
    """Return the one number or text that a function answers."""
    answer = call(function, arguments)
    if isinstance(answer, (float, str)):
        return answer
    raise UnknownChoiceError(
        saw=f"{function.name} answers {answer}",
        wants="A test of the self-test has one answer",
        fix="Correct the test",
    )


def _expected(name: str, *arguments: object) -> float | str:
    return answer_of(FUNCTIONS[name], *arguments)


def _flows(header: str) -> str:
    return cells.column_of(header, len(cells.FLOWS))


def _refusal(name: str, says: str, *arguments: object) -> Trial:
    formula = formula_text(FUNCTIONS[name], arguments).removeprefix("=")
    return Trial(
        name, says, f"=ERROR.TYPE({formula})", _type(FUNCTIONS[name], *arguments), Form.WHOLE
    )


def _refused_cells(says: str, header: str, like: tuple[object, ...]) -> Trial:
    formula = f"=ERROR.TYPE(XLB_NPV(5%,{_flows(header)}))"
    return Trial("XLB_NPV", says, formula, _type(FUNCTIONS["XLB_NPV"], 0.05, like), Form.WHOLE)


def _type(function: Function, *arguments: object) -> float:
    answer = call(function, arguments)
    return TYPES[answer.error] if isinstance(answer, CellError) else 0.0
