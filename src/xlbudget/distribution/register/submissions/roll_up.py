"""Totals of a campaign by area, goal and fiscal year, kept by what changes: read, never summed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, Connection, Select, case, cast, func, literal, select

from xlbudget.distribution.register.store import tables
from xlbudget.distribution.register.store.handle import Register
from xlbudget.distribution.register.store.once import insert_for
from xlbudget.distribution.register.store.transaction import reading
from xlbudget.distribution.register.submissions.state import ACCEPTED


@dataclass(frozen=True, slots=True)
class Total:
    """Dollars of one area, goal and fiscal year; a blank goal is money that serves none."""

    area: str
    goal_id: str
    fiscal_year: int
    amount: Decimal


def roll_up(register: Register, campaign_id: str) -> tuple[Total, ...]:
    """Return what the accepted submissions of a campaign ask for, to the cent.

    A line with several goals is split among them by its shares.
    """
    table = tables.roll_up
    query = select(table.c.area, table.c.goal_id, table.c.fiscal_year, table.c.cents)
    query = query.where(table.c.campaign_id == campaign_id, table.c.cents != 0)
    with reading(register) as connection:
        return _totals(connection, query.order_by(*query.selected_columns))


def rescan(register: Register, campaign_id: str) -> tuple[Total, ...]:
    """Return the same as ``roll_up``, summed anew from every accepted submission."""
    total, submission = tables.submission_total, tables.submission
    cents = cast(func.sum(total.c.cents), BigInteger)
    keys = (total.c.area, total.c.goal_id, total.c.fiscal_year)
    query = (
        select(*keys, cents)
        .join(submission, submission.c.submission_id == total.c.submission_id)
        .where(submission.c.campaign_id == campaign_id, submission.c.state.in_(ACCEPTED))
        .group_by(*keys)
        .having(cents != 0)
        .order_by(*keys)
    )
    with reading(register) as connection:
        return _totals(connection, query)


def add_changes(connection: Connection, campaign_id: str, changes: Mapping[int, int]) -> None:
    """Add submissions to the totals of a campaign, or take them out.

    Args:
        connection: A connection within a transaction.
        campaign_id: The campaign.
        changes: 1 for a submission that counts from now on, -1 for one that no longer does.

    """
    if not changes:
        return
    total, target = tables.submission_total, tables.roll_up
    keys = (total.c.area, total.c.goal_id, total.c.fiscal_year)
    sign = case(changes, value=total.c.submission_id, else_=0)
    sums = (
        select(literal(campaign_id), *keys, cast(func.sum(sign * total.c.cents), BigInteger))
        .where(total.c.submission_id.in_(changes))
        .group_by(*keys)
        .order_by(*keys)  # so that no two runs wait for each other
    )
    insert = insert_for(connection, target).from_select(list(target.c), sums)
    added = target.c.cents + insert.excluded.cents
    connection.execute(
        insert.on_conflict_do_update(index_elements=list(target.primary_key), set_={"cents": added})
    )


def _totals(connection: Connection, query: Select[Any]) -> tuple[Total, ...]:
    return tuple(
        Total(area, goal_id, year, Decimal(cents).scaleb(-2))
        for area, goal_id, year, cents in connection.execute(query)
    )
