"""What is in a zip file, within bounds: no name leads anywhere, and no bomb goes off.

Nothing is ever written under a name out of an archive.  What an archive states is checked before
anything is unpacked, and never more is unpacked than it states.
"""

from __future__ import annotations

import tempfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import IO, NoReturn, cast
from zipfile import BadZipFile, ZipExtFile, ZipFile, ZipInfo

from xlbudget.distribution.inbox.found import Found, Readable
from xlbudget.distribution.inbox.kind import Kind, is_package, kind_of
from xlbudget.distribution.inbox.reply import Reply, shown_name
from xlbudget.distribution.inbox.zip_member import (
    archive_finding,
    fault_of,
    modified_of,
    path_of,
)
from xlbudget.workbook.read.limits import MEGABYTE, MOST_ON_DISK

MOST_DEEP = 3
DAMAGE = (BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, zlib.error, OSError)
"""What reading a damaged or hostile zip file can raise.

The standard library raises NotImplementedError for a way of packing that it does not know.
"""

_CHUNK = MEGABYTE
_MOST_DIRECTORY = 6 * MEGABYTE  # what an archive says of 10,000 files with long names
_MOST_IN_MEMORY = 8 * MEGABYTE


@dataclass(slots=True)
class Allowance:
    """How much may still be unpacked from a zip file and all the zip files in it."""

    files: int = 10_000
    size: int = 1_000 * MEGABYTE


class _TooMuchError(Exception):
    """An archive is beyond its bounds; carries what was seen, and never leaves this module."""


def unpacked(archive: Found, allowance: Allowance, depth: int = 1) -> Iterator[Found | Reply]:
    """Yield the files of a zip file; each is to be read before the next one is asked for.

    A zip file that is a workbook by what is in it is yielded itself.  What is locked, damaged
    or made to do harm is a rejected reply.

    Args:
        archive: The zip file.
        allowance: What may be unpacked; it is used up by what is.
        depth: How many zip files it lies in, with itself.

    """
    try:
        with _opened(archive) as opened:
            if is_package(opened.namelist()):
                yield _as_workbook(archive)
            elif depth > MOST_DEEP:
                _refuse(f"It lies in zip files, more than {MOST_DEEP} deep")
            else:
                yield from _members(opened, archive, allowance)
    except _TooMuchError as refused:
        yield archive.rejected(archive_finding(archive.name, str(refused), "and collect that"))
    except DAMAGE as error:
        is_there = not isinstance(error, OSError)
        saw = "It is damaged, or no zip file" if is_there else "It cannot be read"
        yield archive.rejected(archive_finding(archive.name, saw, "or ask for it again"))


def _members(opened: ZipFile, archive: Found, allowance: Allowance) -> Iterator[Found | Reply]:
    seen: Counter[str] = Counter()
    for info in opened.infolist():
        allowance.files -= 1
        if allowance.files < 0:
            _refuse("It has more files in it than a zip file of replies has")
        path = path_of(info)
        if path.endswith("/"):
            continue
        seen[path] += 1
        twice = f" ({seen[path]})" if seen[path] > 1 else ""
        member = _member(opened, info, path, f"{archive.name}/{shown_name(path)}{twice}")
        if isinstance(member, Found) and _is_read(member):
            allowance.size -= member.size
        if allowance.size < 0:
            _refuse("It unpacks to more than a zip file of replies does")
        yield member


def _is_read(member: Found) -> bool:
    is_small = member.size <= MOST_ON_DISK or member.kind is Kind.ARCHIVE
    return is_small and member.kind is not Kind.RUBBISH


def _member(opened: ZipFile, info: ZipInfo, path: str, shown: str) -> Found | Reply:
    modified = modified_of(info)
    finding = fault_of(info, path, shown)
    if finding is not None:
        return Reply((shown,), "", info.file_size, modified, findings=(finding,))
    return Found(
        name=shown,
        kind=kind_of(path),
        size=info.file_size,
        modified=modified,
        open=cast("partial[AbstractContextManager[Readable]]", partial(opened.open, info)),
        state=lambda: None,
    )


def _as_workbook(archive: Found) -> Found:
    return replace(archive, kind=Kind.WORKBOOK)


@contextmanager
def _opened(archive: Found) -> Iterator[ZipFile]:
    """Open an archive; one that lies in another is first unpacked, for it is read to and fro."""
    with archive.open() as packed:
        if isinstance(packed, ZipExtFile):
            with tempfile.SpooledTemporaryFile(_MOST_IN_MEMORY) as room:
                while chunk := packed.read(_CHUNK):
                    room.write(chunk)
                with ZipFile(cast("IO[bytes]", _Bounded(room))) as opened:
                    yield opened
        else:
            with ZipFile(cast("IO[bytes]", _Bounded(packed))) as opened:
                yield opened


class _Bounded:
    """A file of which no more is read at once than an archive's directory may have."""

    def __init__(self, file: Readable) -> None:
        self._file = file
        self.seek = file.seek
        self.tell = file.tell

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes; an archive that would have too many at once is refused."""
        data = self._file.read(min(size, _MOST_DIRECTORY) if size >= 0 else _MOST_DIRECTORY)
        if size > _MOST_DIRECTORY == len(data):
            _refuse("It says of itself that it has more files in it than can be")
        return data

    def seekable(self) -> bool:
        """Say that any place can be gone to."""
        return True


def _refuse(saw: str) -> NoReturn:
    raise _TooMuchError(saw)
