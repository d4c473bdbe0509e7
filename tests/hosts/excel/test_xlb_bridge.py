"""macros/XlbBridge.bas: what a cell's arguments become, and what a cell shows."""

import pytest
from pyopenvba.interpreter import EMPTY, MISSING, VBAArray, VBAErrorValue

from hosts.excel import vba
from hosts.excel.vba import COLUMNS, ROWS, Machine, Range, workbench


@pytest.fixture(scope="module")
def excel():
    return workbench(Machine())


@pytest.fixture
def handed(excel, monkeypatch):
    """Return a function that says what Python is handed for an argument of a cell."""
    seen = []
    monkeypatch.setattr(vba.pywin32, "call_udf", lambda _name, *held: seen.append(held) or 1.0)

    def ask(argument):
        excel.run("XLB_ROI", argument, 1.0)
        return seen[-1][0]

    return ask


@pytest.fixture
def shown(excel, monkeypatch):
    """Return a function that says what a cell shows of an answer of xlwings."""

    def show(answer):
        monkeypatch.setattr(vba.pywin32, "call_udf", lambda *_arguments: answer)
        return excel.run("XLB_ROI", 1.0, 1.0)

    return show


@pytest.mark.parametrize("value", [2.5, "text", "", True])
def test_a_value_is_handed_on(handed, value):
    assert handed(value) == value


def test_a_blank_cell_is_no_argument_that_was_left_out(handed):
    assert handed(Range([[None]])) is None
    assert handed(EMPTY) is None


def test_an_argument_that_was_left_out_is_marked(excel, monkeypatch):
    seen = []
    monkeypatch.setattr(vba.pywin32, "call_udf", lambda _name, *held: seen.append(held) or 1.0)
    excel.run("XLB_NPV", 0.05, 100.0, MISSING)
    excel.run("XLB_NPV", 0.05, 100.0)
    assert seen == [(0.05, 100.0, "\fomitted")] * 2


def test_an_error_is_handed_on_as_com_does(handed):
    assert handed(VBAErrorValue(2023)) == -2146826265
    assert handed(Range([[1.0, VBAErrorValue(2042)]])) == ((1.0, -2146826246),)


def test_an_array_constant_is_handed_on(handed):
    assert handed(VBAArray([(1, 2)], items=[1.0, "a"])) == (1.0, "a")


def test_a_range_keeps_its_blank_end(handed):
    assert handed(Range([[1.0], [None], [2.0], [None]])) == ((1.0,), (None,), (2.0,), (None,))


@pytest.mark.parametrize(
    ("filled", "rows", "columns", "expected"),
    [
        pytest.param([[1.0], [None], [2.0], [None], [" "]], ROWS, 1,
                     ((1.0,), (None,), (2.0,)), id="column"),
        pytest.param([[1.0, None], [None, 2.0], [None, ""]], ROWS, 2,
                     ((1.0, None), (None, 2.0)), id="two-columns"),
        pytest.param([[1.0, None, 2.0, None]], 1, COLUMNS, ((1.0, None, 2.0),), id="row"),
        pytest.param([[1.0, None], [None, None]], ROWS, COLUMNS, 1.0, id="sheet"),
        pytest.param([[5.0]], ROWS, 1, 5.0, id="one-cell"),
        pytest.param([[0.0], [False], [None]], ROWS, 1, ((0.0,), (False,)), id="zero-is-filled"),
        pytest.param([[None], [""]], ROWS, 1, (), id="blank-column"),
        pytest.param([[VBAErrorValue(2023)], [None]], ROWS, 1, -2146826265, id="error-is-filled"),
    ],
)  # fmt: skip
def test_a_whole_column_ends_with_its_last_filled_cell(handed, filled, rows, columns, expected):
    assert handed(Range(filled, rows, columns)) == expected


def test_several_areas_are_refused(excel, monkeypatch):
    asked = []
    monkeypatch.setattr(vba.pywin32, "call_udf", lambda *held: asked.append(held))
    areas = Range([[1.0]], areas=2)
    assert excel.run("XLB_ROI", areas, 1.0) == VBAErrorValue(2015)
    assert "several areas" in excel.run("XLB_WHY", "XLB_ROI", areas, 1.0)
    assert asked == []


@pytest.mark.parametrize("number", [2000, 2007, 2015, 2023, 2029, 2036, 2042])
def test_a_marked_answer_is_a_real_error(shown, number):
    assert shown(f"\f{number}") == VBAErrorValue(number)


@pytest.mark.parametrize("answer", [1.5, "", "#NUM!", "buy"])
def test_every_other_answer_is_shown_as_it_is(shown, answer):
    assert shown(answer) == answer


def test_rows_are_shown_as_rows_and_one_row_across(shown):
    assert shown([[1.0, "a"], [2.0, "b"]]) == [[1.0, "a"], [2.0, "b"]]
    assert shown([[1.0], [2.0]]) == [[1.0], [2.0]]
    assert shown([1.0, 2.0, 3.0]) == [1.0, 2.0, 3.0]


@pytest.mark.parametrize("name", vba.xlam.modules().keys() - {"XlbRibbon"})
def test_only_buttons_show_message_boxes(name):
    assert "MsgBox" not in vba.xlam.modules()[name]
