"""record_changes: what became of each record, and that the changes can be applied."""

from dataclasses import replace

from hypothesis import given

from analysis.budgets import law, line, lines, some
from xlbudget.analysis.record_changes import Change, applied, keyed, record_changes
from xlbudget.model import Driver, LineItem
from xlbudget.model.tables import table_of

LINES = table_of(LineItem)


def changes(olds, news):
    return record_changes(LINES, olds, news)


def test_a_changed_price_is_told_with_field_old_and_new():
    (change,) = changes([line(unit_price=100)], [line(unit_price=120)])
    (field,) = change.fields
    assert (change.change, change.record_id, change.label) == (Change.CHANGED, "L1", "A line")
    assert (field.name, field.old, field.new) == ("unit_price", 100, 120)


def test_a_payment_is_told_by_its_year():
    old = line(cost_type="contract", payment={2027: 10, 2028: 20})
    new = replace(old, payment={2027: 10, 2029: 30})
    (change,) = changes([old], [new])
    assert [(one.name, one.old, one.new) for one in change.fields] == [
        ("payment_2028", 20, None),
        ("payment_2029", None, 30),
    ]
    assert applied(LINES, [old], [change]) == (new,)


def test_an_order_alone_is_no_change():
    assert changes([line("A"), line("B")], [line("B"), line("A")]) == ()


def test_a_record_without_an_id_is_added_and_removed_not_changed():
    table = table_of(Driver)
    old, new = Driver(scenario_id="S", price=1), Driver(scenario_id="S", price=2)
    found = record_changes(table, [old, old], [old, new])
    assert [one.change for one in found] == [Change.REMOVED, Change.ADDED]


def test_of_two_lines_with_one_id_each_has_its_own_change():
    old = [line("A", quantity=1), line("A", quantity=2)]
    (change,) = changes(old, [old[0], line("A", quantity=3)])
    assert (change.key.nth, change.fields[0].old, change.fields[0].new) == (1, 2, 3)


@law
@given(some(lines), some(lines))
def test_changes_applied_to_the_old_lines_give_the_new_ones(olds, news):
    mixed = (*olds[:2], *news)
    after = applied(LINES, olds, changes(olds, mixed))
    assert {key: plain(one) for key, one in keyed(LINES, after).items()} == {
        key: plain(one) for key, one in keyed(LINES, mixed).items()
    }


@law
@given(some(lines))
def test_a_half_changed_table_is_rebuilt(olds):
    news = tuple(replace(one, quantity=None, payment={2030: 5}, goal_1="Z") for one in olds[::2])
    after = applied(LINES, olds, changes(olds, news))
    assert sorted(map(plain, after), key=str) == sorted(news, key=str)


def plain(record):
    return replace(record, payment={k: v for k, v in record.payment.items() if v is not None})
