"""What an action wants done beside its edits, done to files: in order, and said in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from xlbudget.actions.request import (
    Calculate,
    CollectReturns,
    ExportPages,
    FreezeCopy,
    KeepCopy,
    Request,
    RestoreCopy,
    Select,
    WriteWorkbook,
)
from xlbudget.errors import MissingFileError
from xlbudget.hosts.terminal import shown_path, working
from xlbudget.workbook.act import keep
from xlbudget.workbook.save import Saved, check_target, save_book

OF_THE_FILE = (Calculate, RestoreCopy)
"""Requests that change the workbook itself; they are carried out with the edits."""


@dataclass(frozen=True, slots=True)
class Work:
    """Where and when requests are carried out.

    Attributes:
        book: The workbook; None for an action that needs none.
        at: Now.
        force: Whether a file that stands where one is to be written is replaced.

    """

    book: Path | None
    at: datetime
    force: bool = False


def check_requests(requests: Sequence[Request], work: Work) -> None:
    """Refuse, before anything is changed, what could not be written in the end.

    Raises:
        FileError: A file stands where one is to be written, or its folder is not there.

    """
    for request in requests:
        match request:
            case WriteWorkbook(path=path) | FreezeCopy(path=path):
                check_target(Path(path), force=work.force)
            case ExportPages(path=path):
                check_target(Path(path), force=work.force, ending=".pdf")


def carry_out(requests: Sequence[Request], work: Work) -> Iterator[str]:
    """Carry out what does not change the workbook itself; yield what was done, in words.

    Raises:
        FileError: A file cannot be read or written, or what makes it is not on this machine.

    """
    for request in requests:
        if not isinstance(request, OF_THE_FILE):
            yield from _carry_out(request, work)


def _carry_out(request: Request, work: Work) -> Iterator[str]:
    match request:
        case KeepCopy(reason=reason):
            kept = keep(_book(work), reason, work.at)
            yield f"The copy is {shown_path(kept.path)}"
        case Select(sheet=sheet, cell=cell):
            yield f"Look at {sheet}, cell {cell}"
        case WriteWorkbook(book=book, path=path, says=says):
            with working(f"Writing {path}"):
                saved = save_book(book, Path(path), force=work.force)
            yield from _written(saved, says)
        case ExportPages(sheet=sheet, path=path):
            from xlbudget.hosts.act_pages import export_pages  # noqa: PLC0415 - few need it

            with working(f"Exporting {sheet}"):
                saved = export_pages(_book(work), sheet, Path(path), force=work.force)
            yield from _written(saved, f"The pages of {sheet}")
        case FreezeCopy(path=path):
            from xlbudget.hosts import freeze  # noqa: PLC0415 - few need it

            freeze.freeze_book(
                freeze.Order(_book(work), Path(path), force=work.force), work.at.date()
            )
        case CollectReturns(campaign=campaign, inbox=inbox):
            _collect(Path(campaign), Path(inbox), work)


def in_words(request: Request) -> str:
    """Return what a request would do, in words."""
    told = {
        Calculate: "Calculate the workbook anew",
        Select: "Show {0.sheet}, cell {0.cell}",
        KeepCopy: "Keep a copy, {0.reason}",
        RestoreCopy: "Restore the input cells of the copy {0.copy}",
        WriteWorkbook: "Write the workbook {0.path}",
        ExportPages: "Export the pages of {0.sheet} to {0.path}",
        FreezeCopy: "Write the copy to mail, {0.path}",
        CollectReturns: "Collect the files in {0.inbox} into {0.campaign}",
    }
    return told[type(request)].format(request)


def _book(work: Work) -> Path:
    if work.book is None:
        raise MissingFileError(
            saw="No workbook is named",
            wants="This action is done to a workbook",
            fix="Name it behind the action: xlbudget act NAME BOOK",
        )
    return work.book


def _written(saved: Saved, says: str) -> Iterator[str]:
    yield f"{says}: {shown_path(saved.path)}"
    if saved.backup is not None:
        yield f"The file that stood there is kept as {saved.backup.name}"


def _collect(campaign: Path, inbox: Path, work: Work) -> None:
    from xlbudget.distribution.collect import Order  # noqa: PLC0415 - few need it
    from xlbudget.hosts.collect import CollectCommand, collect_command  # noqa: PLC0415 - few need it

    collect_command(CollectCommand(campaign=campaign, order=Order(roots=(inbox,))), work.at)
