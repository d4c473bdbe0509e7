"""What came of collecting, as a person reads it on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from xlbudget.distribution.collect import Collected, FileResult
from xlbudget.distribution.register.school import CampaignSchool
from xlbudget.hosts.terminal import put, put_table, stdout
from xlbudget.model.finding import Severity, in_words

_HEADERS = ("School", "File", "State", "Findings")
_MOST_FILES, _MOST_TOLD, _MOST_FINDINGS, _MOST_MISSING = 40, 20, 5, 20


def put_collected(done: Collected) -> None:
    """Print every file with its state, what is wrong in those that are bad, and who is missing."""
    is_short = len(done.files) <= _MOST_FILES
    shown = (one for one in done.files if is_short or not one.is_good)
    rows = [_row(one) for one in islice(shown, _MOST_FILES)]
    if rows:
        title = "What came back" if done.written else "What came back, not recorded"
        put_table(stdout(), title, _HEADERS, rows, numbers=(False,) * len(_HEADERS))
    _put_more(len(done.files) - len(rows), "file", "files")
    _put_grave(done.files)
    _put_missing(done.missing)


def _put_grave(files: Iterable[FileResult]) -> None:
    """Print what is wrong in files, the bad ones first; only as many are held as are printed."""
    bad: list[FileResult] = []
    good: list[FileResult] = []
    count = 0
    for one in filter(_grave, files):
        count += 1
        kept = good if one.is_good else bad
        if len(kept) < _MOST_TOLD:
            kept.append(one)
    for one in (*bad, *good)[:_MOST_TOLD]:
        _put_file(one)
    _put_more(count - _MOST_TOLD, "file with findings", "files with findings")


def _row(file: FileResult) -> tuple[str, ...]:
    return file.school_id or "-", file.name, file.state.value, in_words(file.findings)


def _grave(file: FileResult) -> bool:
    return any(one.severity is not Severity.INFORMATION for one in file.findings)


def _put_file(file: FileResult) -> None:
    put(stdout(), f"{file.name}: {file.state}", accent=True)
    put(stdout(), f"  {file.reason}.")
    order = list(Severity)
    findings = sorted(file.findings, key=lambda one: order.index(one.severity))
    grave = [one for one in findings if one.severity is not Severity.INFORMATION]
    for one in grave[:_MOST_FINDINGS]:
        place = ", ".join(
            part for part in (one.place.sheet, one.place.cell, one.place.record) if part
        )
        put(stdout(), f"  {one.severity}: {place or 'The file'} [{one.code}]")
        put(stdout(), f"    Seen: {one.saw}.")
        put(stdout(), f"    To do: {one.fix}.")
    _put_more(len(grave) - _MOST_FINDINGS, "finding", "findings", gap="  ")
    put(stdout())


def _put_missing(missing: Sequence[CampaignSchool]) -> None:
    if not missing:
        return
    put(stdout(), f"Nothing has come from {len(missing):,} of the schools", accent=True)
    for school in missing[:_MOST_MISSING]:
        put(stdout(), f"  {school.school_id} {school.name}")
    _put_more(len(missing) - _MOST_MISSING, "school", "schools", gap="  ")


def _put_more(count: int, noun: str, nouns: str, gap: str = "") -> None:
    if count > 0:
        put(stdout(), f"{gap}{count:,} more {noun if count == 1 else nouns}; --json tells all.")
