"""What a file is judged by: the campaign, its template, and what the district gave its schools."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from xlbudget.distribution.campaign import CampaignFolder
from xlbudget.distribution.collect.school_names import SchoolNames, school_names
from xlbudget.distribution.packs import Packs, packs_of
from xlbudget.errors import BudgetError, MissingFileError
from xlbudget.model.finding import Severity
from xlbudget.model.folder import load_folder
from xlbudget.workbook.intake import load_workbook
from xlbudget.workbook.read import Book, open_book
from xlbudget.workbook.stamp import read_stamp


@dataclass(frozen=True, slots=True)
class Desk:
    """What a file is judged by, in few words, so that it travels to other processes.

    Attributes:
        campaign_id: The campaign.
        data: The district's data that the campaign was issued from.
        template: The campaign's template.
        with_lines: Whether schools were given their lines of last year.
        send_to: Where answers go.
        due: Day by which they are due.

    """

    campaign_id: str
    data: str
    template: str
    with_lines: bool
    send_to: str = ""
    due: date | None = None

    @property
    def packs(self) -> Packs:
        """What the district gave its schools; read once in each process."""
        return _packs(self)

    @property
    def names(self) -> SchoolNames:
        """The schools by the names that files have."""
        return _names(self)

    @property
    def book(self) -> Book:
        """The template, opened once in each process."""
        return _template(self.template)

    @property
    def version(self) -> str:
        """The version of the template."""
        return read_stamp(self.book).version


def desk_of(folder: CampaignFolder, district: Path | None) -> Desk:
    """Return what the files of a campaign are judged by.

    Args:
        folder: The campaign's folder.
        district: The district's data; the copy in the campaign's folder, unless given.

    Raises:
        MissingFileError: There is no such data, or no template.
        BudgetError: The data has fatal findings.
        FileError: The data or the template cannot be read.

    """
    facts = folder.facts
    data = district or folder.district
    if not data.exists():
        raise MissingFileError(
            saw="The district's data is not there",
            wants="Answers are read beside the data that the campaign was issued from",
            fix="Name that data with --district DATA",
            place=str(data),
        )
    desk = Desk(
        facts.campaign_id,
        str(data.resolve()),
        str(folder.template.resolve()),
        facts.with_lines,
        facts.contact,
        facts.due_date,
    )
    _packs.cache_clear()
    _names.cache_clear()
    _template.cache_clear()
    _ = desk.packs, desk.version
    return desk


@lru_cache(maxsize=2)
def _packs(desk: Desk) -> Packs:
    path = Path(desk.data)
    budget, findings = load_folder(path) if path.is_dir() else load_workbook(path)
    if budget is None:
        fatal = tuple(one for one in findings if one.severity is Severity.FATAL)
        first = fatal[0]
        raise BudgetError(
            saw=f"The district's data has {len(fatal)} fatal findings: {first.saw}",
            wants=first.wants,
            fix=first.fix,
            place=str(first.place) or desk.data,
        )
    return packs_of(budget, with_lines=desk.with_lines, send_to=desk.send_to, due=desk.due)


@lru_cache(maxsize=2)
def _names(desk: Desk) -> SchoolNames:
    return school_names(_packs(desk).budget.schools)


@lru_cache(maxsize=2)
def _template(path: str) -> Book:
    return open_book(Path(path))
