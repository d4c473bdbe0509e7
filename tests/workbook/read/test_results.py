"""Empty results: an empty text where others have one, not calculated where none has."""

from xlbudget.workbook.read import NOT_CALCULATED
from xlbudget.workbook.read.cells import Stretch
from xlbudget.workbook.read.results import with_results


def below(*values, formulas=()):
    return Stretch("B", tuple(str(i) for i, _ in enumerate(values, 2)), values, formulas, False)


def test_an_empty_result_among_others_is_an_empty_text():
    single = {"A1": None, "A2": None}
    (stretch,) = with_results(
        single, {"A1": "B1"}, set(), [below(None, 7.0, formulas=("A1", "A2"))]
    )
    assert stretch.values == ["", 7.0]
    assert single == {"A1": "", "A2": None}


def test_where_no_formula_has_a_result_none_was_calculated():
    single = {"A1": None}
    (stretch,) = with_results(single, {"A1": "B1"}, set(), [below(None, formulas=("A1",))])
    assert stretch.values == [NOT_CALCULATED]
    assert single == {"A1": NOT_CALCULATED}


def test_a_formula_without_any_value_is_never_an_empty_text():
    single = {"A1": None, "A2": 3.0}
    assert with_results(single, {"A1": "B1", "A2": "B2"}, {"A1"}, []) == []
    assert single == {"A1": NOT_CALCULATED, "A2": 3.0}


def test_blank_cells_without_a_formula_stay_blank():
    blank = below(None, None)
    assert with_results({}, {}, set(), [blank]) == [blank]
