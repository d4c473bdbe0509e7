"""One school's workbook: who it is, and its bytes; made in any process."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from uuid import UUID, uuid5

from xlbudget import __version__
from xlbudget.distribution.issue.opened_template import open_school_template
from xlbudget.distribution.issue.school_template import SchoolTemplate
from xlbudget.errors import UnreadableFileError
from xlbudget.model.school_pack import SchoolPack
from xlbudget.sheets.identity import Entry, Event, Identity
from xlbudget.sheets.school.book import EPOCH

_READY: dict[str, SchoolTemplate] = {}
_SPACE = UUID("5c1f4f0e-2d0b-5a3e-8a54-7b7f3f4b9d26")


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue of a school's workbook.

    Attributes:
        campaign_id: The campaign.
        number: 1 for the first one, 2 when it is issued again, and so on.
        day: The day that its Log tells.
        reason: Why it is issued again.

    """

    campaign_id: str
    number: int
    day: date
    reason: str = ""


def workbook_id_of(campaign_id: str, school_id: str, number: int) -> str:
    """Return what tells a workbook from all others; the same issue always has the same id."""
    return str(uuid5(_SPACE, f"{campaign_id}\n{school_id}\n{number}"))


@dataclass(frozen=True, slots=True)
class Task:
    """A workbook that is to be made.

    Attributes:
        template: The template, and the SHA-256 that it has.
        pack: What the district gives the school.
        issue: Which issue it is.
        expected: The SHA-256 that it is known to have; "" when it is new.
        otherwise: The issue to make instead, when it turns out to have another one.

    """

    template: tuple[str, str]
    pack: SchoolPack
    issue: Issue
    expected: str = ""
    otherwise: Issue | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A workbook that was made: which issue it is, its id, its bytes and their SHA-256."""

    issue: Issue
    workbook_id: str
    data: bytes
    sha256: str

    @property
    def size(self) -> int:
        """Return how many bytes it has."""
        return len(self.data)


def make_workbook(task: Task) -> Made:
    """Return a school's workbook; the same task gives the same bytes.

    Raises:
        FileError: The template cannot be read, or is another one by now.
        ShapeError: The school has more of something than the template has room for.

    """
    made = _made(task, task.issue)
    if task.otherwise is not None and made.sha256 != task.expected:
        return _made(task, task.otherwise)
    return made


def _made(task: Task, issue: Issue) -> Made:
    template = _template(*task.template)
    identity = identity_of(template, task.pack, issue)
    with _without_collecting():
        data = template.fill(task.pack, identity)
    return Made(issue, identity.workbook_id, data, sha256(data).hexdigest())


def identity_of(template: SchoolTemplate, pack: SchoolPack, issue: Issue) -> Identity:
    """Return what makes a school's workbook this one and no other."""
    school, stamp = pack.school, template.stamp
    made = f"Made by xlbudget {__version__} from template {stamp.template} {stamp.version}"
    again = f", issue {issue.number}" if issue.number > 1 else ""
    why = f": {issue.reason}" if issue.reason else ""
    told = f"Issued to {school.name} ({school.school_id}){again}{why}"
    return Identity(
        workbook_id=workbook_id_of(issue.campaign_id, school.school_id, issue.number),
        school_id=school.school_id,
        origin=issue.campaign_id,
        template=stamp.template,
        version=stamp.version,
        edition=stamp.facts.get("Edition", "working"),
        entries=(
            Entry(pack.district.as_of or EPOCH, Event.GENERATED, made),
            Entry(issue.day, Event.ISSUED, told),
        ),
    )


def keep_ready(template: SchoolTemplate, digest: str) -> None:
    """Keep a template that is ready, by the SHA-256 of its file; only the last one is kept."""
    _READY.clear()
    _READY[digest] = template


def _template(path: str, digest: str) -> SchoolTemplate:
    """Return the template of a path, made ready once in each process."""
    if digest not in _READY:
        keep_ready(_opened(path, digest), digest)
    return _READY[digest]


def _opened(path: str, digest: str) -> SchoolTemplate:
    template, findings = open_school_template(Path(path))
    if template is None or sha256(Path(path).read_bytes()).hexdigest() != digest:
        raise UnreadableFileError(
            saw="The template is not the one any more that the run began with",
            wants="All workbooks of a run are made from one template",
            fix=next((item.fix for item in findings), "Run the same command again"),
            place=path,
        )
    return template


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Let nobody look for garbage: a book leaves none, and all that is alive would be looked at."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
