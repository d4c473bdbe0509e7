"""labels: how a record is named in a drop-down, and how its id is read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.budgets import law
from clean import clean_budget
from strategies import budgets
from xlbudget.model.text import is_id
from xlbudget.sheets.labels import LABELED, MARK, NAME_LENGTH, id_formula, label, labels_of

ids = st.text(min_size=1, max_size=40).filter(lambda key: MARK not in key)
names = st.text(max_size=60) | st.just(f"Reading{MARK}Grade 3")


def read_back(shown):
    """What the id formula reads: all that stands before the first mark."""
    return (shown + MARK)[: (shown + MARK).index(MARK)]


def test_a_label_is_id_mark_and_name():
    assert label("G07", "Grade 3 reading") == "G07 · Grade 3 reading"
    assert label("", "A name without an id") == ""


def test_a_long_name_is_cut_at_40_characters():
    assert label("G", "x" * 41) == f"G · {'x' * 40}"
    assert label("G", "x" * 40) == f"G · {'x' * NAME_LENGTH}"


@law
@given(ids, names)
def test_an_id_is_read_back_whatever_the_name(key, name):
    shown = label(key, name)
    assert read_back(shown) == key
    assert read_back(key) == key  # a bare id, typed by hand


@law
@given(budgets(max_lines=0))
def test_every_label_of_a_budget_leads_to_its_record(budget):
    pairs = [pair for by_id in labels_of(budget).values() for pair in by_id.items()]
    assert [read_back(shown) for _, shown in pairs] == [key for key, _ in pairs]


def test_labels_are_kept_by_kind_of_record():
    found = labels_of(clean_budget())
    assert set(found) == set(LABELED)
    assert found["FundingSource"] == {"F1": "F1 · General fund", "F2": "F2 · Grant that ends"}


def test_the_formulas_are_a_contract_with_other_programs():
    cell = "LineItems[[#This Row],[Goal 1]]"
    assert id_formula("Goal 1") == f'=LEFT({cell},FIND(" · ",{cell}&" · ")-1)'
    key, name = "Goals[[#This Row],[Goal]]", "Goals[[#This Row],[Statement]]"
    assert LABELED["PlanGoal"].formula == f'=IF({key}="","",{key}&" · "&LEFT({name},40))'


@pytest.mark.parametrize("kind", LABELED)
def test_a_list_ends_at_the_last_record_and_has_one_cell_at_least(kind):
    facts = LABELED[kind]
    labels = f"{facts.table}[Label]"
    count = f"MAX(1,COUNTA({facts.table}[{facts.id_header}]))"
    assert facts.list_refers == f"INDEX({labels},1):INDEX({labels},{count})"


def test_intake_refuses_an_id_that_could_not_be_read_back():
    assert read_back(label(f"G1{MARK}A", "Reading")) == "G1"
    assert not is_id(f"G1{MARK}A")
