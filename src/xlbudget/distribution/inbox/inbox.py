"""The inbox: every file that came back, once, in a fixed order, with what is wrong with it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from xlbudget.distribution.inbox.found import Found
from xlbudget.distribution.inbox.kind import Kind
from xlbudget.distribution.inbox.reply import Reply
from xlbudget.distribution.inbox.settle import settle
from xlbudget.distribution.inbox.unpacked import Allowance, unpacked
from xlbudget.distribution.inbox.walk import walk
from xlbudget.distribution.progress import Progress, counted, silent


@dataclass(frozen=True, slots=True)
class Inbox:
    """What came back.

    Attributes:
        replies: Every file once, in the order of folders and names.
        passed_over: How many files of systems and programs were not looked into.

    """

    replies: tuple[Reply, ...]
    passed_over: int = 0

    @property
    def workbooks(self) -> tuple[Reply, ...]:
        """The replies that can be looked into."""
        return tuple(reply for reply in self.replies if not reply.is_rejected)

    @property
    def rejected(self) -> tuple[Reply, ...]:
        """The replies that cannot be looked into."""
        return tuple(reply for reply in self.replies if reply.is_rejected)


def look_into(
    roots: Sequence[Path],
    copies: Path,
    *,
    apart: Collection[Path] = (),
    progress: Progress = silent,
) -> Inbox:
    """Return every file of some folders and of the zip files in them; nothing there changes.

    The same bytes are one reply, with all their names.

    Args:
        roots: Folders, or single files, with what came back.
        copies: Where a copy of every workbook is kept; the copy is what is read from then on.
        apart: Folders that are not looked into although they lie in one of the roots.
        progress: Is told after each file how many were seen.

    Raises:
        MissingFileError: One of the roots is not there.
        FileError: No copy can be kept.

    """
    replies: dict[str, Reply] = {}
    passed_over = 0
    for reply in counted(each_reply(roots, copies, apart=apart), progress):
        if reply is None:
            passed_over += 1
        elif reply.identity in replies:
            replies[reply.identity] = replies[reply.identity].with_another(reply)
        else:
            replies[reply.identity] = reply
    return Inbox(tuple(replies.values()), passed_over)


def each_reply(
    roots: Sequence[Path], copies: Path, *, apart: Collection[Path] = ()
) -> Iterator[Reply | None]:
    """Yield a reply for every name of a file, so that memory is flat in their number.

    As ``look_into``, but the same bytes come again under each of their names.  A file of a
    system or a program, which is passed over, is None.
    """
    for found in _every_file(walk(roots, (*apart, copies))):
        if isinstance(found, Reply):
            yield found
        else:
            yield None if found.kind is Kind.RUBBISH else settle(found, copies)


def _every_file(found: Iterator[Found | Reply]) -> Iterator[Found | Reply]:
    for each in found:
        if isinstance(each, Found) and each.kind is Kind.ARCHIVE:
            yield from _in_archive(each, Allowance(), 1)
        else:
            yield each


def _in_archive(archive: Found, allowance: Allowance, depth: int) -> Iterator[Found | Reply]:
    for each in unpacked(archive, allowance, depth):
        if isinstance(each, Found) and each.kind is Kind.ARCHIVE:
            yield from _in_archive(each, allowance, depth + 1)
        else:
            yield each
