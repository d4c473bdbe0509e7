"""Native twins: LibreOffice's own functions give what ours give, wherever ours give a number."""

from random import Random

import pytest
import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from xlbudget.catalogue import FUNCTIONS, OMITTED, Kind, Unit, call
from xlbudget.catalogue.twin import twin_of

TWINS = [function for function in FUNCTIONS.values() if function.twin]
DRAWS = 6
WHOLE = {Unit.YEARS, Unit.DAYS, Unit.NUMBER}
RANGES = {
    Unit.RATE: (-0.2, 0.4),
    Unit.DOLLARS: (1.0, 1e6),
    Unit.YEARS: (1.0, 30.0),
    Unit.PERIODS: (0.0, 30.0),
    Unit.DAYS: (1.0, 366.0),
    Unit.NUMBER: (200.0, 5_000.0),
    Unit.GAIN: (0.05, 2.0),
    Unit.RATIO: (0.1, 4.0),
}


def drawn(function, seed):
    """Random arguments that the function has an answer for."""
    random = Random(f"{function.name} {seed}")  # noqa: S311 - numbers to try, not secrets
    for _ in range(100):
        cells = [_argument(function, parameter, random) for parameter in function.parameters]
        if isinstance(call(function, cells), float):
            return cells
    raise AssertionError(f"{function.name}: no arguments found that it answers")


def _argument(function, parameter, random):
    if function.is_optional(parameter) and random.random() < 0.5:
        return OMITTED
    if parameter.kind.is_range:
        return [random.uniform(-9e4, -1e4), *(random.uniform(-1e3, 4e4) for _ in range(7))]
    low, high = RANGES[parameter.unit]
    value = random.uniform(low, high)
    return float(round(value)) if parameter.unit in WHOLE else value


def as_typed(cell):
    """An argument as it is typed into a formula."""
    if cell is OMITTED:
        return ""
    if isinstance(cell, (list, tuple)):
        return f"{{{','.join(map(repr, cell))}}}"
    return repr(cell)


@pytest.fixture(scope="module")
def recalculated(tmp_path_factory, libreoffice):
    """What LibreOffice makes of each twin: by name, the pairs of its numbers and ours."""
    path = tmp_path_factory.mktemp("twins") / "twins.xlsx"
    cases = {}
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Twins")
        row = 0
        for function in TWINS:
            for seed in range(DRAWS + 1):
                cells = list(function.example[0]) if not seed else drawn(function, seed)
                places, column = [], 2
                for cell in cells:
                    held = cell if isinstance(cell, (list, tuple)) else [cell]
                    first = xl_rowcol_to_cell(row, column)
                    if cell is not OMITTED:
                        sheet.write_row(row, column, held)
                    last = xl_rowcol_to_cell(row, column + len(held) - 1)
                    area = f"{first}:{last}" if len(held) > 1 else f"{first}"
                    places.append("" if cell is OMITTED else area)
                    column += len(held)
                for at, texts in enumerate((places, [as_typed(cell) for cell in cells])):
                    sheet.write_formula(row, at, "=" + twin_of(function, texts), None, -1)
                cases[row] = (function, call(function, cells))
                row += 1
    values = libreoffice.recalculate(path).values["Twins"]
    found = {}
    for row, (function, ours) in cases.items():
        pairs = [(values.get(f"{column}{row + 1}"), ours) for column in "AB"]
        found.setdefault(function.name, []).extend(pairs)
    return found


@pytest.mark.parametrize("function", TWINS, ids=lambda function: function.name)
def test_a_twin_gives_the_same_number_from_cells_and_as_typed(recalculated, function):
    pairs = recalculated[function.name]
    assert len(pairs) == 2 * (DRAWS + 1)
    for theirs, ours in pairs:
        assert theirs == pytest.approx(ours, rel=1e-9)


def test_there_are_twins_at_all():
    assert len(TWINS) >= 18
    assert all(function.returns not in {Unit.WORD, Unit.TABLE} for function in TWINS)
    assert all(p.kind in {Kind.NUMBER, Kind.NUMBERS} for f in TWINS for p in f.parameters)


@pytest.mark.parametrize(
    ("name", "arguments", "twin"),
    [
        ("XLB_ROI", ["A1", "B1"], "(A1-B1)/B1"),
        ("XLB_ROI", ["A1+1", "-2"], "((A1+1)-(-2))/(-2)"),
        ("XLB_ROI", ["'It''s'!$A$1", "[2]Data!B1"], "('It''s'!$A$1-[2]Data!B1)/[2]Data!B1"),
        ("XLB_ROI", ["T[[#This Row],[a]]", "Costs"], "(T[[#This Row],[a]]-Costs)/Costs"),
        ("XLB_ROI", ["SUM(A1,A2)", "5%"], "((SUM(A1,A2))-(5%))/(5%)"),
        ("XLB_NPV", ["5%", "B1:D1"], "NPV((5%),B1:D1)*(1+(5%))^(1-0)"),
        ("XLB_NPV", ["0.05", "{-1,2}", "1"], "NPV(0.05,{-1,2})*(1+0.05)^(1-1)"),
        ("XLB_NPV", ["A1", "B:B", ""], "NPV(A1,B:B)*(1+A1)^(1-0)"),
    ],
)
def test_arguments_keep_their_meaning_in_a_twin(name, arguments, twin):
    assert twin_of(FUNCTIONS[name], arguments) == twin


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        pytest.param("XLB_IRR", ["A1:A3"], id="has-none"),
        pytest.param("XLB_ROI", ["A1"], id="one-left-out"),
        pytest.param("XLB_ROI", ["A1", ""], id="one-empty"),
        pytest.param("XLB_ROI", ["A1", "B1", "C1"], id="one-too-many"),
        pytest.param("XLB_NPV", ["A1", "B1:B3*2"], id="calculated-cells"),
        pytest.param("XLB_NPV", ["A1", "(B1:B3,C1)"], id="several-areas"),
        pytest.param("XLB_NPV", ["A1", "IF(A1,B1:B3,C1:C3)"], id="chosen-cells"),
    ],
)
def test_there_is_no_twin_where_it_is_not_sure(name, arguments):
    assert twin_of(FUNCTIONS[name], arguments) == ""
