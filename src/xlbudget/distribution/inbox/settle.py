"""What becomes of a file that was found: read once, told by its digest, and a copy kept."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from xlbudget.distribution.inbox.found import Found
from xlbudget.distribution.inbox.inbox_code import InboxCode
from xlbudget.distribution.inbox.kept_copy import keep
from xlbudget.distribution.inbox.kind import Kind, no_workbook
from xlbudget.distribution.inbox.reply import Reply
from xlbudget.distribution.inbox.unpacked import DAMAGE
from xlbudget.model.finding import Finding, Severity
from xlbudget.workbook.read.limits import MEGABYTE, MOST_ON_DISK

_PACKAGE = b"[Content_Types].xml"


def settle(found: Found, folder: Path) -> Reply:
    """Return the reply that a file is; a workbook has a kept copy, what is none a finding.

    Args:
        found: The file.
        folder: Where copies are kept.

    Raises:
        FileError: No copy can be kept.

    """
    if found.size > MOST_ON_DISK:
        return found.rejected(_too_large(found))
    try:
        before = found.state()
        data = _read(found)
        is_settled = found.state() == before and len(data) == found.size
    except DAMAGE as error:
        return found.rejected(_unreadable(found, error))
    if not is_settled or found.kind is Kind.UNFINISHED:
        return found.rejected(_copying(found))
    digest = sha256(data).hexdigest()
    if found.kind is not Kind.WORKBOOK and not _is_workbook(data):
        return found.rejected(_no_workbook(found), digest)
    keep(data, digest, folder)
    return Reply((found.name,), digest, found.size, found.modified, folder, _open(found))


def _read(found: Found) -> bytes:
    """Return the bytes of a file, and one more than it says it has when there is more."""
    with found.open() as file:
        chunks = []
        left = found.size + 1
        while left > 0 and (chunk := file.read(min(left, MEGABYTE))):
            chunks.append(chunk)
            left -= len(chunk)
    return b"".join(chunks)


def _is_workbook(data: bytes) -> bool:
    """Whether bytes are a workbook's, under whatever name: its directory tells of its parts."""
    return data.startswith(b"PK") and _PACKAGE in data and b"xl/workbook.xml" in data


def _no_workbook(found: Found) -> Finding:
    saw, fix = no_workbook(found.name)
    wants = "Schools send the workbook back in the form .xlsx"
    return InboxCode.NO_WORKBOOK.at(found.name, saw, wants, fix)


def _too_large(found: Found) -> Finding:
    return InboxCode.TOO_LARGE.at(
        found.name,
        f"It has {-(-found.size // MEGABYTE):,} MB",
        f"A workbook may have {MOST_ON_DISK // MEGABYTE} MB",
        "Delete pictures, and empty rows that only have a format, and save it anew",
    )


def _copying(found: Found) -> Finding:
    return InboxCode.COPYING.at(
        found.name,
        "It is still being copied or downloaded",
        "A file is looked into when it is whole",
        "Wait until it is there, and run the same command again",
    )


def _unreadable(found: Found, error: Exception) -> Finding:
    why = error.strerror if isinstance(error, OSError) and error.strerror else "it is damaged"
    return InboxCode.UNREADABLE.at(
        found.name,
        f"It cannot be read: {why}",
        "A file is whole, and you have the right to read it",
        "Ask for it again, or for the right to read it",
    )


def _open(found: Found) -> tuple[Finding, ...]:
    if found.lock is None:
        return ()
    who = f" by {found.lock.user}" if found.lock.user else ""
    finding = InboxCode.OPEN.at(
        found.name,
        f"It is still open in {found.lock.program}{who}",
        "What was not saved is not in the file",
        f"Have it saved and closed; if nobody has it open, delete {found.lock.file.name} beside it",
        Severity.WARNING,
    )
    return (finding,)
