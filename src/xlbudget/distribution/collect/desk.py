"""What a file is judged by: the campaign, its template, and what the district gave its schools."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from xlbudget.distribution.campaign import CampaignFolder
from xlbudget.distribution.collect.given import Given, own_copy, stated
from xlbudget.distribution.collect.school_names import SchoolNames, school_names
from xlbudget.errors import MissingFileError, UnreadableFileError
from xlbudget.workbook.read import Book, open_book
from xlbudget.workbook.stamp import read_stamp


@dataclass(frozen=True, slots=True)
class Desk:
    """What a file is judged by, in few words, so that it travels to other processes.

    Attributes:
        campaign_id: The campaign.
        data: The district's data that the campaign was issued from.
        is_own: Whether that is the copy in the campaign's folder.
        template: The campaign's template.
        with_lines: Whether schools were given their lines of last year.
        send_to: Where answers go.
        due: Day by which they are due.

    """

    campaign_id: str
    data: str
    is_own: bool
    template: str
    with_lines: bool
    send_to: str = ""
    due: date | None = None

    @property
    def packs(self) -> Given:
        """What the district gave its schools; read once in each process."""
        return _given(self)

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
        return _version(self.template)


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
        district is None,
        str(folder.template.resolve()),
        facts.with_lines,
        facts.contact,
        facts.due_date,
    )
    _given.cache_clear()
    _names.cache_clear()
    _template.cache_clear()
    _version.cache_clear()
    _ = desk.packs, desk.version
    return desk


@lru_cache(maxsize=2)
def _given(desk: Desk) -> Given:
    read = own_copy if desk.is_own else stated
    path = Path(desk.data)
    try:
        return read(path, with_lines=desk.with_lines, send_to=desk.send_to, due=desk.due)
    except OSError as error:
        raise UnreadableFileError(
            saw=f"The district's data cannot be read: {error.strerror or error}",
            wants="Answers are read beside the data that the campaign was issued from",
            fix="Ask for the right to read it, or name another copy with --district DATA",
            place=desk.data,
        ) from error


@lru_cache(maxsize=2)
def _names(desk: Desk) -> SchoolNames:
    return school_names(_given(desk).budget.schools)


@lru_cache(maxsize=2)
def _version(path: str) -> str:
    return read_stamp(_template(path)).version


@lru_cache(maxsize=2)
def _template(path: str) -> Book:
    return open_book(Path(path))
