"""The table of all findings of a collection, for who writes to schools."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from filecmp import cmp
from functools import partial
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from xlbudget.distribution.campaign import CampaignFolder
from xlbudget.distribution.collect.result import FileResult
from xlbudget.distribution.in_words import in_words
from xlbudget.model.delimited import rows_text
from xlbudget.workbook.beside import put_whole

NAME = "findings.csv"
HEADERS = (
    *("file", "school_id", "state", "reason", "severity", "code", "sheet", "cell", "row"),
    *("column", "record", "saw", "wants", "fix"),
)


def write_findings(folder: CampaignFolder, files: Iterable[FileResult]) -> None:
    """Write every finding of every file into results; the same files give the same bytes.

    A file without findings has one row.  A cell that a spreadsheet would take for a formula gets
    an apostrophe before it.

    Args:
        folder: The campaign.
        files: What came of them.

    Raises:
        FileError: The folder may not be written to, or the disk is full.

    """
    path = folder.path(f"results/{NAME}")
    with in_words(path), TemporaryDirectory(prefix="xlbudget-") as place:
        made = Path(place) / NAME
        _write(files, made)
        if not path.is_file() or not cmp(made, path, shallow=False):
            put_whole(path, partial(copyfile, made))


def _write(files: Iterable[FileResult], path: Path) -> None:
    with path.open("w", encoding="utf-8-sig", newline="\r\n") as out:
        out.write(rows_text([HEADERS]))
        for file in files:
            out.write(rows_text(_rows(file)))


def _rows(file: FileResult) -> Iterator[tuple[str, ...]]:
    head = tuple(map(_line, (file.name, file.school_id, file.state.value, file.reason)))
    if not file.findings:
        yield (*head, *("",) * (len(HEADERS) - len(head)))
    for one in file.findings:
        at = one.place
        place = (at.sheet, at.cell, str(at.row or ""), at.column, at.record)
        said = (one.severity.value, one.code, *place, one.saw, one.wants, one.fix)
        yield (*head, *map(_line, said))


def _line(words: str) -> str:
    """Return words on one line, so that a row is a line."""
    return " ".join(words.split())
