"""The facts of next year's campaign, from this year's."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from xlbudget.distribution.campaign import CampaignFacts
from xlbudget.distribution.campaign.facts import TEMPLATE
from xlbudget.distribution.roll.next_years import a_year_later


def next_facts(facts: CampaignFacts, due: date | None = None) -> CampaignFacts:
    """Return the facts of next year's campaign.

    Its id and title name the new year where the old ones named theirs, and else have it at the
    end.

    Args:
        facts: This year's.
        due: Day by which schools send their workbooks; a year after this year's, unless given.

    """
    year = facts.base_fiscal_year
    return replace(
        facts,
        campaign_id=_with_year(facts.campaign_id, year, "-"),
        title=_with_year(facts.title, year, " "),
        base_fiscal_year=year + 1,
        due_date=due or a_year_later(facts.due_date),
        template=TEMPLATE,
    )


def _with_year(text: str, year: int, gap: str) -> str:
    """Return a text with the next fiscal year in place of one.

    Example:
        >>> _with_year("Budget 2026-27", 2027, " "), _with_year("riverbend", 2027, "-")
        ('Budget 2027-28', 'riverbend-2028')

    """
    span = rf"(?<!\d){year - 1}([-–/])(?:{year}|{year % 100:02})(?!\d)"

    def next_span(found: re.Match[str]) -> str:
        end = f"{(year + 1) % 100:02}" if len(found[0]) < len("2026-2027") else f"{year + 1}"
        return f"{year}{found[1]}{end}"

    named, count = re.subn(span, next_span, text)
    if not count:
        named, count = re.subn(rf"(?<!\d){year}(?!\d)", str(year + 1), text)
    return named if count else f"{text}{gap}{year + 1}"
