"""What came of collecting, as a person reads it on a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from xlbudget.distribution.collect import Collected, FileResult
from xlbudget.distribution.register.school import CampaignSchool
from xlbudget.hosts.terminal import put, put_table, stdout
from xlbudget.model.finding import Severity, in_words

_HEADERS = ("School", "File", "State", "Findings")
_MOST_FILES, _MOST_TOLD, _MOST_FINDINGS, _MOST_MISSING = 40, 20, 5, 20


def put_collected(done: Collected) -> None:
    """Print every file with its state, what is wrong in those that are bad, and who is missing."""
    files = done.files
    if len(files) > _MOST_FILES:
        files = done.bad
    rows = [_row(one) for one in files[:_MOST_FILES]]
    if rows:
        title = "What came back" if done.written else "What came back, not recorded"
        put_table(stdout(), title, _HEADERS, rows, numbers=(False,) * len(_HEADERS))
    _put_more(len(done.files) - len(rows), "file", "files")
    told = [one for one in done.files if _grave(one)]
    told.sort(key=lambda one: one.is_good)
    for one in told[:_MOST_TOLD]:
        _put_file(one)
    _put_more(len(told) - _MOST_TOLD, "file with findings", "files with findings")
    _put_missing(done.missing)


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
