"""line_column: a column by line or by cost, and its value in a spare row."""

from analysis.budgets import line
from sheets.reading import context
from xlbudget.sheets.line_column import cost_column, has_word, line_column
from xlbudget.sheets.plan import Form

MADE = context(line("L1", quantity=3), line("L2", quantity=5))


def test_a_line_column_holds_what_the_line_says():
    made = line_column(MADE, "Name", "=1", lambda given: given.line_id, blank="-")
    assert [made.value(place) for place in (0, 1, None)] == ["L1", "L2", "-"]


def test_a_cost_column_holds_what_analysis_computed():
    made = cost_column(MADE, "Bought", "=1", lambda cost: cost.units)
    assert [made.value(place) for place in (0, 1, None)] == [3, 5, 0]


def test_words_are_shown_wider_than_figures():
    words = line_column(MADE, "Name", "=1", lambda given: given.line_id, blank="").column
    figures = cost_column(MADE, "Bought", "=1", lambda cost: cost.units, form=Form.WHOLE).column
    assert (words.form, figures.form) == (Form.TEXT, Form.WHOLE)
    assert words.width > figures.width


def test_a_word_is_looked_for_in_the_row():
    assert has_word("Need", 'a "b"') == '(LineItems[[#This Row],[Need]]="a ""b""")'
