"""What the register knows of, and one run at a time on it: a campaign, its schools."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, Select, select

from xlbudget.distribution.register.store import tables
from xlbudget.errors import UnknownChoiceError

_STEP = 500  # ids asked for at once; databases limit how many a question may name
_SHOWN = 5


def lock_campaign(connection: Connection, campaign_id: str) -> None:
    """Make other runs wait that write about the whole campaign, until this transaction ends.

    Raises:
        UnknownChoiceError: The register has no such campaign.

    """
    if connection.scalar(_campaign(campaign_id).with_for_update(key_share=True)) is None:
        raise no_campaign(campaign_id)


def check_campaign(connection: Connection, campaign_id: str) -> None:
    """Refuse a campaign that the register does not have, as ``lock_campaign`` does."""
    if connection.scalar(_campaign(campaign_id)) is None:
        raise no_campaign(campaign_id)


def no_campaign(campaign_id: str) -> UnknownChoiceError:
    """Return the refusal of a campaign that the register does not have."""
    return UnknownChoiceError(
        saw=f"The register has no campaign “{campaign_id}”",
        wants="A campaign is recorded before anything else of it",
        fix="Check its id, or record the campaign first",
    )


def lock_schools(connection: Connection, campaign_id: str, school_ids: Collection[str]) -> None:
    """Make other runs wait that write about the same schools, until this transaction ends.

    Schools are locked in the order of their ids, so that no two runs wait for each other.

    Raises:
        UnknownChoiceError: A school is not in the campaign.

    """
    table = tables.school
    wanted = sorted(school_ids)
    found: set[str] = set()
    for start in range(0, len(wanted), _STEP):
        query = select(table.c.school_id).where(
            table.c.campaign_id == campaign_id,
            table.c.school_id.in_(wanted[start : start + _STEP]),
        )
        query = query.order_by(table.c.school_id).with_for_update(key_share=True)
        found.update(connection.scalars(query))
    if missing := sorted(set(wanted) - found):
        more = f" and {len(missing) - _SHOWN} more" if len(missing) > _SHOWN else ""
        raise UnknownChoiceError(
            saw=f"The campaign “{campaign_id}” has no school {', '.join(missing[:_SHOWN])}{more}",
            wants="A school is in the campaign before anything is recorded about it",
            fix="Check the school's id, or record the school first",
        )


def _campaign(campaign_id: str) -> Select[tuple[str]]:
    table = tables.campaign
    return select(table.c.campaign_id).where(table.c.campaign_id == campaign_id)
