"""What an office asks for when it issues workbooks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be issued, and how.

    Attributes:
        root: The campaign's folder; made when it is not there.
        campaign_id: Id of the campaign; made of the district and the year when it is blank.
        title: Title that schools read; made of the year when it is blank.
        due: Day by which schools answer; the district's when there is none.
        template: The office's own template; when there is none, one with room for all is made.
        edition: ``working``, or ``accessible``: no fills on inputs, no frozen panes; as the
            campaign's template is when it is blank, and a new one is ``working``.
        with_lines: Whether schools are given their lines of last year; None: as the campaign
            says, and a new one says yes.
        schools: Ids of the schools; all of the district when there are none.
        again: Whether the schools get a new issue that takes the place of the one they have.
        reason: Why they get it.
        workers: How many processes work on it.
        scheduler: Address of a Dask scheduler that does the work.
        register: Address of the register; None: as the campaign says.
        dry_run: Whether everything is done but nothing written.

    """

    root: Path
    campaign_id: str = ""
    title: str = ""
    due: date | None = None
    template: Path | None = None
    edition: str = ""
    with_lines: bool | None = None
    schools: tuple[str, ...] = ()
    again: bool = False
    reason: str = ""
    workers: int = 1
    scheduler: str | None = None
    register: str | None = None
    dry_run: bool = False
