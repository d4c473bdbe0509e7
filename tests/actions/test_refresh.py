"""refresh: the workbook's figures beside Python's own."""

from dataclasses import replace

from actions.snapshots import snapshot_of
from xlbudget.actions.refresh import refresh
from xlbudget.actions.request import Calculate
from xlbudget.actions.snapshot import Formula

ASKED = "Asked, year 1 ($)"


def with_figure(snapshot, value, label=ASKED):
    return replace(snapshot, headlines={**snapshot.headlines, label: value})


def row_of(snapshot, label=ASKED):
    return next(row for row in refresh(snapshot, {}).facts[0].rows if row[0] == label)


def test_figures_that_agree_are_said_to(river):
    outcome = refresh(river, {})
    assert outcome.says == "All 5 figures of Summary agree with what Python computes."
    assert outcome.requests == (Calculate(),)
    assert outcome.edits == ()
    assert row_of(river) == (ASKED, "2,161,553.65", "2,161,553.65", "")


def test_floats_of_a_spreadsheet_agree_with_decimals(river):
    assert row_of(with_figure(river, 2161553.6500000004))[-1] == ""


def test_a_figure_that_differs_is_named_with_both_values(river):
    snapshot = with_figure(river, 2161553.66)
    assert row_of(snapshot) == (ASKED, "2,161,553.66", "2,161,553.65", "differs")
    assert refresh(snapshot, {}).says.startswith(
        "1 of 5 figures of Summary differs from what Python computes: Asked, year 1 ($). "
    )


def test_a_figure_that_was_never_calculated_differs(river):
    assert row_of(with_figure(river, None)) == (ASKED, "blank", "2,161,553.65", "differs")


def test_words_are_compared_as_words(river, empty):
    assert row_of(with_figure(river, "none", "Cliff year"), "Cliff year")[1:] == (
        "none",
        "2029",
        "differs",
    )
    assert refresh(empty, {}).says.startswith("All 5 figures")


def test_a_formula_typed_over_a_figure_differs(river):
    assert row_of(with_figure(river, Formula("=A1")))[1::2] == ("=A1", "differs")


def test_without_figures_the_workbook_is_calculated_all_the_same(river):
    outcome = refresh(replace(river, headlines={}), {})
    assert "no figures on Summary" in outcome.says
    assert (outcome.requests, outcome.facts) == ((Calculate(),), ())


def test_inputs_that_changed_since_show_as_figures_that_differ(riverbend, river):
    now = replace(riverbend, lines=riverbend.lines[100:])
    changed = replace(river, budget=now)
    assert "differ from what Python computes" in refresh(changed, {}).says
    assert refresh(snapshot_of(now), {}).says.startswith("All 5")
