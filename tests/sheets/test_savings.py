"""savings: what a program saves, and which scenarios leave the program out."""

from analysis.budgets import budget
from sheets.reading import clean_context, column_of, spare_of
from xlbudget.model import Program, Saving, Scenario
from xlbudget.sheets.context import context_of
from xlbudget.sheets.savings import left_out, savings_sheet

MADE = savings_sheet(
    context_of(
        budget(
            programs=(Program(program_id="P", name="P", tags=("pilot",)),),
            scenarios=(
                Scenario(scenario_id="A", name="Plan", adopted=True),
                Scenario(scenario_id="B", name="Without", rank=2, excluded_tags=("pilot",)),
            ),
            savings=(
                Saving(saving_id="V1", program_id="P", type="cashable"),
                Saving(saving_id="V2", program_id="unknown", type="avoided"),
            ),
        ),
        (),
    )
).tables[0]


def test_a_saving_goes_with_the_program_that_a_scenario_leaves_out():
    found = [column_of(MADE, left_out(slot)) for slot in (1, 2, 3, 4)]
    assert found == [[0, 0], [1, 0], [0, 0], [0, 0]]


def test_tags_are_those_of_the_program():
    assert column_of(MADE, "Tags") == [";pilot;", ";;"]


def test_a_saving_reads_back_its_program():
    table = savings_sheet(clean_context()).tables[0]
    assert column_of(table, "Program") == ["P1 · Devices"]
    assert column_of(table, "Program id") == ["P1"]


def test_a_spare_row_saves_nothing():
    names = ("Program id", "Tags", left_out(1), "Saving")
    assert [spare_of(MADE, name) for name in names] == ["", ";;", 0, None]
