"""What the commands of a campaign begin with: its folder, its register, who does it, and when."""

from __future__ import annotations

import getpass
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from xlbudget.distribution.campaign import CampaignFolder, open_campaign
from xlbudget.distribution.campaign.own_data import own_data
from xlbudget.distribution.register import Register, open_register
from xlbudget.distribution.register.store.place import file_of, url_of
from xlbudget.errors import MissingFileError
from xlbudget.hosts.python import load, refusal
from xlbudget.hosts.terminal import say, working
from xlbudget.model.budget import Budget
from xlbudget.model.finding import Finding, Severity
from xlbudget.model.line_item import LineItem


def campaign_folder(root: Path) -> CampaignFolder:
    """Return the folder of a campaign; what is remarkable about its file is told.

    Raises:
        MissingFileError: There is no such folder, or no campaign in it.
        BudgetError: Its file has fatal findings.

    """
    folder, findings = open_campaign(root)
    if folder is None:
        raise refusal(findings, str(root))
    _tell(findings)
    return folder


def district_data(folder: CampaignFolder, named: Path | None) -> tuple[Budget, Iterable[LineItem]]:
    """Return the district's budget, and its lines: those of the campaign's own copy stay in it.

    Args:
        folder: The campaign's folder.
        named: A folder or workbook that a person names in place of that copy.

    Raises:
        FileError: There is no such data.
        BudgetError: It has fatal findings.

    """
    district = named or folder.district
    with working(f"Reading {district}"):
        own = own_data(district) if named is None else None
        if own is not None:
            return own
        budget = load(district)
    return budget, budget.lines


@contextmanager
def opened(folder: CampaignFolder, url: str | None, at: datetime) -> Iterator[Register]:
    """Open the register of a campaign that was issued.

    Args:
        folder: The campaign's folder.
        url: The register's address; None: as the campaign's file says.
        at: Now.

    Raises:
        MissingFileError: Nothing was issued from the folder yet.
        FileError: The register does not answer.

    """
    where = url or folder.register
    file = file_of(url_of(where))
    if file is not None and not Path(file).exists():
        raise MissingFileError(
            saw="The campaign has no register yet",
            wants="A register is made when the workbooks go out",
            fix="Issue the workbooks first, with: xlbudget issue",
            place=str(folder.root),
        )
    with open_register(where, at=at) as register:
        yield register


def now() -> datetime:
    """Return the present moment, in UTC."""
    return datetime.now(UTC)


def day_of(at: datetime) -> date:
    """Return the day that a moment is on, where this machine stands."""
    return at.astimezone().date()


def who(by: str | None) -> str:
    """Return who does it: as given, or else the login name."""
    if by and by.strip():
        return by.strip()
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a machine without users, such as a container
        return "unknown"


def _tell(findings: tuple[Finding, ...]) -> None:
    for finding in findings:
        if finding.severity is not Severity.INFORMATION:
            say(str(finding))
