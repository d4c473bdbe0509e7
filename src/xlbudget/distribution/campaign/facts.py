"""What a campaign is: the facts that its file ``campaign.toml`` holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

from xlbudget.model.facts_file import facts_of, facts_text, read_toml
from xlbudget.model.fault import Fault, IntakeCode, shown
from xlbudget.model.field import Kind, column
from xlbudget.model.finding import Finding, Place, Severity

TEMPLATE = "template.xlsx"


class StartsFrom(StrEnum):
    """What schools start their lines from."""

    LAST_YEAR = "last year"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignFacts:
    """The facts of one round of school budgets."""

    campaign_id: str = column(
        Kind.ID, "Id of the campaign, for instance riverbend-2027.", required=True
    )
    title: str = column(Kind.TEXT, "Title that schools read.", required=True)
    district: str = column(Kind.TEXT, "Name of the district.", required=True)
    base_fiscal_year: int = column(
        Kind.YEAR,
        "First fiscal year of the plan, named after the calendar year it ends in.",
        required=True,
        low=2000,
        high=2100,
    )
    due_date: date | None = column(Kind.DATE, "Day by which schools send their workbook back.")
    contact: str = column(Kind.TEXT, "Who helps schools: a name and how to reach it.")
    template: str = column(Kind.TEXT, f"Name of the template in this folder; blank is {TEMPLATE}.")
    starts_from: str = column(
        Kind.CHOICE,
        "What schools start from: last year, or nothing; blank is last year's lines.",
        choices=StartsFrom,
    )
    register: str = column(
        Kind.TEXT,
        "Address of a register that the office shares, such as "
        "postgresql+psycopg://server/budgets; blank keeps it in this folder.",
    )

    @property
    def with_lines(self) -> bool:
        """Return whether schools are given their lines of last year."""
        return self.starts_from != StartsFrom.NOTHING


def read_campaign(path: Path) -> tuple[CampaignFacts | None, tuple[Finding, ...]]:
    """Return the facts that a file tells of, or None when a finding is fatal, and all findings."""
    given, findings = read_toml(path)
    if given is None:
        return None, findings
    place = Place(file=path.name)
    facts, said = facts_of(given, CampaignFacts, place)
    judged = tuple(_judged(facts, place)) if facts else ()
    fatal = any(finding.severity is Severity.FATAL for finding in judged)
    return None if fatal else facts, findings + said + judged


def campaign_text(facts: CampaignFacts) -> str:
    """Return the text of the file that ``read_campaign`` reads back as the same facts."""
    return facts_text(facts)


def _judged(facts: CampaignFacts, place: Place) -> Iterator[Finding]:
    name = facts.template
    if name and not is_file_name(name):
        fault = Fault(
            IntakeCode.TEXT,
            f"template is {shown(name)}",
            "It is the name of an .xlsx file in this folder, without a folder before it",
            f'Copy the template into this folder, and write template = "{TEMPLATE}"',
        )
        yield fault.at(replace(place, column="template"))
    said = _register_fault(facts.register) if facts.register else None
    if said is not None:
        yield said.at(replace(place, column="register"))


def is_file_name(name: str) -> bool:
    """Whether a text is the plain name of an .xlsx file on every system."""
    return name.casefold().endswith(".xlsx") and not {"/", "\\", ":"} & set(name)


def _register_fault(address: str) -> Fault | None:
    try:
        parts = urlsplit(address)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme.partition("+")[0] != "postgresql" or "://" not in address:
        return Fault(
            IntakeCode.TEXT,
            "register is no address of a PostgreSQL database",
            "A register is in this folder, or in a PostgreSQL database that the office shares",
            'Take the line out, or write register = "postgresql+psycopg://server/budgets"',
        )
    if parts.password:
        return Fault(
            IntakeCode.TEXT,
            "register has a password in it, which everybody reads who opens this folder",
            "The address names the server and the database only",
            "Take the password out, and keep it in PGPASSWORD or in PostgreSQL's password file",
            Severity.WARNING,
        )
    return None
