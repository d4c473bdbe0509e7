"""compare: what differs between two budgets; its laws hold for odd budgets."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given

from analysis.budgets import budget, budgets, law, line
from xlbudget.analysis.comparison import compare
from xlbudget.analysis.record_changes import Change
from xlbudget.model import Program

MIRROR = {
    Change.ADDED: Change.REMOVED,
    Change.REMOVED: Change.ADDED,
    Change.CHANGED: Change.CHANGED,
}


def test_a_line_added_removed_and_changed_each_with_its_effect():
    old = budget(line("A", unit_price=100), line("B"), line("C"), years=2)
    new = budget(line("A", unit_price=130), line("C"), line("D", unit_price=7), years=2)
    found = compare(old, new)
    assert [(one.record.record_id, one.record.change, one.total) for one in found.lines] == [
        ("A", Change.CHANGED, 60),
        ("B", Change.REMOVED, -200),
        ("D", Change.ADDED, 14),
    ]
    assert found.same_lines == 1


def test_a_line_whose_price_class_grows_faster_is_changed_without_a_field():
    rates = {"escalation_general": "0.1"}
    (change,) = compare(budget(line(), years=2), budget(line(), years=2, rates=rates)).lines
    assert (change.record.fields, change.effect) == ((), (Decimal(0), Decimal(10)))


def test_another_record_is_told_with_its_noun():
    old = budget(programs=(Program(program_id="P", name="Reading"),))
    new = budget(programs=(Program(program_id="P", name="Reading first"),))
    ((noun, change),) = compare(old, new).records
    assert (noun, change.record_id, change.fields[0].new) == ("program", "P", "Reading first")


def test_the_name_of_the_district_is_a_difference_too():
    old = budget(line())
    new = replace(old, district=replace(old.district, name="Elm Valley"))
    ((noun, change),) = compare(old, new).records
    assert (noun, change.fields[0].name) == ("district", "name")
    assert not compare(old, new).is_empty


def test_only_the_years_of_both_plans_are_compared():
    old = budget(line(), years=2)
    later = replace(budget(line(), years=3).district, base_fiscal_year=2028)
    found = compare(old, replace(old, district=later))
    assert (found.years, found.old_years, found.new_years) == (
        (2028,),
        (2027, 2028),
        (2028, 2029, 2030),
    )


def test_plans_without_a_common_year_are_compared_line_by_line():
    old = budget(line(), years=1)
    new = replace(old, district=replace(old.district, base_fiscal_year=2040), lines=())
    found = compare(old, new)
    assert (found.years, found.lines[0].effect) == ((), ())


@law
@given(budgets)
def test_a_budget_compared_with_itself_has_no_difference(one):
    found = compare(one, replace(one, lines=one.lines[::-1]))
    assert not found.lines
    assert not found.records
    assert compare(one, one).is_empty


@law
@given(budgets, budgets)
def test_the_way_back_is_the_mirror_image(one, other):
    there, back = compare(one, other), compare(other, one)
    assert mirrored(there) == as_told(back)
    assert [sum(row) for row in changes(there)] == [-sum(row) for row in changes(back)]


@law
@given(budgets, budgets)
def test_the_effects_of_the_lines_add_up_to_the_change_of_the_cost(one, other):
    found = compare(one, other)
    asked = next(row for row in found.groups[0].rows if row.key == "asked")
    sums = [sum(column) for column in zip(*(line.effect for line in found.lines), strict=True)]
    assert sums == list(asked.change) if found.lines else not any(asked.change)


def as_told(comparison):
    return {
        line.record.key: (
            line.record.change,
            line.effect,
            {field.name: (field.old, field.new) for field in line.record.fields},
        )
        for line in comparison.lines
    }


def mirrored(comparison):
    return {
        key: (
            MIRROR[change],
            tuple(-amount for amount in effect),
            {name: (new, old) for name, (old, new) in fields.items()},
        )
        for key, (change, effect, fields) in as_told(comparison).items()
    }


def changes(comparison):
    found = {(group.name, row.key): row.change for group in comparison.groups for row in group.rows}
    return [found[key] for key in sorted(found)]
