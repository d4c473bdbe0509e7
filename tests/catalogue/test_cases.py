"""The table itself: every case is right in Python, and the table covers the catalogue."""

from collections import Counter

import pytest

from catalogue.agreement import agrees
from catalogue.cases import SEVEN, TABLE
from xlbudget.catalogue import FUNCTIONS, CellError, call

LEAST = 300


@pytest.mark.parametrize("case", TABLE, ids=[case.name for case in TABLE])
def test_a_call_answers_as_the_table_says(case):
    found = call(FUNCTIONS[case.function], case.cells)
    assert agrees(found, case.answer), found


def test_the_table_is_large_and_each_case_has_a_name_of_its_own():
    names = Counter(case.name for case in TABLE)
    assert [name for name, times in names.items() if times > 1] == []
    assert len(TABLE) >= LEAST


def test_every_function_stands_in_the_table():
    assert {case.function for case in TABLE} == set(FUNCTIONS)


def test_every_function_has_an_answer_and_a_refusal_in_the_table():
    answered = {case.function for case in TABLE if not isinstance(case.answer, CellError)}
    refused = {case.function for case in TABLE if isinstance(case.answer, CellError)}
    assert answered == set(FUNCTIONS)
    assert refused == set(FUNCTIONS)


def test_every_error_of_a_spreadsheet_stands_in_the_table():
    shown = {case.answer.error for case in TABLE if isinstance(case.answer, CellError)}
    assert shown == {error.error for error in SEVEN}
