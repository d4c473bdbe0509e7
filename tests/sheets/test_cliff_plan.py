"""The plan to sign, as data; tests/actions look at the file that is made of it."""

from datetime import date
from decimal import Decimal

from ending import ending
from xlbudget.sheets.cliff_plan import PROMISES, SIGNATURES, SIGNERS, Promise, cliff_plan_book
from xlbudget.sheets.layout import Layout

DAY = date(2026, 11, 24)


def promise(line_id, before, after):
    budget = ending(line_id=line_id, owner="A. Clerk")
    amounts = (Decimal(before),) * 2, (Decimal(after),) * 2
    return Promise(budget.lines[0], "it is kept 5 years", *amounts)


def book(*promises):
    return cliff_plan_book(ending(), promises, "budget.xlsx", DAY)


def tables(*promises):
    return {table.name: table for table in book(*promises).sheets[0].tables}


def test_each_promise_has_a_row_with_its_loss_now_and_then():
    rows = tables(promise("L1", 1000, 250))[PROMISES].rows
    assert rows[0].cells == (
        "L1",
        "Filtering service",
        "it is kept 5 years",
        Decimal(2000),
        Decimal(500),
        "A. Clerk",
        None,
        None,
    )


def test_the_last_row_adds_up_the_losses_by_formula():
    made = book(promise("L1", 1000, 250), promise("L2", 10, 0))
    total = made.sheets[0].tables[0].rows[-1]
    now, then = total.cells[3:5]
    assert (now.value, then.value) == (2020, 500)
    layout = Layout(made)
    top = layout.tables[PROMISES].first_row + 1
    assert layout.formula(now.formula, "Cliff plan") == f"=SUM(D{top}:D{top + 1})"


def test_those_who_answer_for_the_budget_sign():
    rows = tables(promise("L1", 1, 0))[SIGNATURES].rows
    assert [row.cells[0] for row in rows] == list(SIGNERS)


def test_the_page_says_where_and_when_it_was_decided():
    says = book(promise("L1", 1, 0)).sheets[0].says
    assert "Clearwater Schools" in says
    assert "budget.xlsx on 2026-11-24" in says
