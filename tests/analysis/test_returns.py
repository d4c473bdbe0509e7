"""Returns of programs: published figures as whole budgets, then cases, then laws."""

import pytest
from hypothesis import given

from analysis.budgets import budget, budgets, by_year, dollars, every_year, law, line, purchase
from xlbudget.analysis import analyze
from xlbudget.model import Program, Saving

PROGRAM = Program(program_id="P", name="P")


def program_return(*lines, savings, **parts):
    plan = budget(*lines, savings=savings, programs=(PROGRAM,), **parts)
    (found,) = analyze(plan).returns.programs
    return found


def saving(planned, kind="cashable", **facts):
    return Saving(saving_id="V", program_id="P", type=kind, planned=planned, **facts)


def test_openstax_16_as_a_program():
    found = program_return(
        purchase(program_id="P", unit_price=16_000, service_life=6),
        savings=(saving(by_year(2000, 4000, 5000, 5000, 5000, 5000)),),
        years=6,
        rates={"discount_rate": "0.09"},
    )
    assert found.net_benefit == pytest.approx(2_835.62, abs=0.005)
    assert found.benefit_cost_ratio == pytest.approx(1.18, abs=0.005)
    assert found.payback_years == pytest.approx(4.0)


def test_savings_of_example_2_3_c():
    found = program_return(
        purchase(program_id="P", unit_price=250_000, service_life=5),
        savings=(saving(every_year(70_000)),),
    )
    assert found.present_benefits == pytest.approx(311_627.56, abs=0.005)
    assert found.benefit_cost_ratio == pytest.approx(1.2465103, abs=5e-8)
    assert found.roi == pytest.approx(0.2465103, abs=5e-8)
    assert found.net_benefit == pytest.approx(61_627.56, abs=0.005)
    assert found.payback_years == pytest.approx(3.5714, abs=5e-5)


def test_flows_stand_at_year_end_positions():
    found = program_return(
        purchase(program_id="P", service_life=2, refresh=True),
        line("2", program_id="P", unit_price=10),
        line("3", unit_price=999),
        savings=(saving(every_year(60, 3)), saving(every_year(500, 3), "productivity")),
        years=3,
    )
    assert found.start_cost == dollars(100, 0, 100)
    assert found.end_cost == dollars(10, 10, 10)
    assert found.cost == dollars(110, 10, 110)
    assert found.productivity == dollars(500, 500, 500)
    assert found.flows == dollars(-100, 50, 50 - 100, 50)
    assert found.payback_years is None


def test_actual_savings_stand_apart():
    found = program_return(savings=(saving(by_year(5), actual=by_year(0, 3)),), years=2)
    assert (found.benefits, found.actual_benefits) == (dollars(5, 0), dollars(0, 3))


def test_a_program_without_cost_has_no_ratio():
    found = program_return(savings=(saving(by_year(5)),))
    assert (found.benefit_cost_ratio, found.roi) == (None, None)
    assert found.payback_years == 0


def test_only_known_programs_with_savings_have_a_return():
    plan = budget(
        programs=(PROGRAM, Program(program_id="Q", name="Q")),
        savings=(Saving(saving_id="V", program_id="gone", type="cashable"), saving({})),
    )
    assert [item.program.program_id for item in analyze(plan).returns.programs] == ["P"]


@law
@given(budgets)
def test_benefits_less_costs_is_the_net_benefit(plan):
    for item in analyze(plan).returns.programs:
        assert item.net_benefit == pytest.approx(item.present_benefits - item.present_cost)
        assert sum(item.flows) == sum(item.benefits) - sum(item.cost)
