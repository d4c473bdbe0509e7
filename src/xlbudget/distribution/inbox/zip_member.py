"""What a zip file states of a file in it: its path, its time, and whether that is a trick."""

from __future__ import annotations

import stat
from contextlib import suppress
from datetime import UTC, datetime
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

from xlbudget.distribution.inbox.inbox_code import InboxCode
from xlbudget.distribution.inbox.reply import EPOCH
from xlbudget.model.finding import Finding
from xlbudget.workbook.read.limits import MEGABYTE

_MOST_TIMES = 200  # how many times its packed size a file may have
_ENCRYPTED, _UTF_8 = 0x1, 0x800


def fault_of(info: ZipInfo, path: str, shown: str) -> Finding | None:
    """Return why a file of an archive is not unpacked, by what the archive says of it."""
    steps = path.split("/")
    if {"", "..", "."} & set(steps) or ":" in steps[0] or "\0" in path or _is_link(info):
        return InboxCode.LEADS_OUT.at(
            shown,
            "Its name or its link leads out of the zip file",
            "What is in a zip file has a place in it",
            "Have it packed anew, and be careful with it: such names are a trick",
        )
    if info.flag_bits & _ENCRYPTED:
        return archive_finding(shown, "It is locked with a password", "with the password")
    if info.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        saw = "It is packed in a way that is not opened here"
        return archive_finding(shown, saw, "and collect that")
    if info.file_size > max(MEGABYTE, _MOST_TIMES * info.compress_size):
        saw = f"It unpacks to more than {_MOST_TIMES} times its size, as no workbook does"
        return archive_finding(shown, saw, "only if you trust who sent it")
    return None


def archive_finding(name: str, saw: str, fix: str) -> Finding:
    """Return the finding of an archive, or of a file in it, that is not unpacked."""
    wants = "A zip file holds workbooks that can be unpacked within bounds"
    return InboxCode.ARCHIVE.at(name, saw, wants, f"Unpack it into a folder, {fix}")


def path_of(info: ZipInfo) -> str:
    r"""Return the path of a file in an archive; some programs write ``\``, or leave UTF-8 out."""
    name = info.orig_filename
    if not info.flag_bits & _UTF_8:
        with suppress(UnicodeError):  # an older encoding is read as archives have it by default
            name = name.encode("cp437").decode("utf-8")
    return name.replace("\\", "/")


def _is_link(info: ZipInfo) -> bool:
    return stat.S_ISLNK(info.external_attr >> 16)


def modified_of(info: ZipInfo) -> datetime:
    """Return when a file was changed; an archive says it in the time of its unnamed place."""
    try:
        return datetime(*info.date_time).astimezone().astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        return EPOCH
