"""The list of what stands in the folder out, with digests: for who sends the files, and checks."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from xlbudget.distribution.issue.put import digest_of, put
from xlbudget.distribution.register.issued import IssuedWorkbook
from xlbudget.model.delimited import rows_text

NAME = "manifest.csv"
HEADERS = ("school_id", "school", "file", "sha256", "workbook_id", "issue", "bytes")


def write_manifest(out: Path, issued: Iterable[tuple[str, int, IssuedWorkbook]]) -> None:
    """Write the list; the same workbooks give the same bytes.

    Args:
        out: The folder of what goes out.
        issued: The name of each school, the number of its newest issue, and the workbook.

    Raises:
        FileError: The folder may not be written to, or the disk is full.

    """
    rows = [_row(out, *one) for one in sorted(issued, key=lambda one: one[2].school_id)]
    text = rows_text([HEADERS, *rows]).encode("utf-8")
    path = out / NAME
    if not path.is_file() or path.read_bytes() != text:
        put(path, text)


def _row(out: Path, name: str, number: int, workbook: IssuedWorkbook) -> tuple[str, ...]:
    path = out / workbook.file_name
    is_there = digest_of(path) == workbook.sha256
    size = str(path.stat().st_size) if is_there else ""
    sha256, file = workbook.sha256, workbook.file_name
    return workbook.school_id, name, file, sha256, workbook.workbook_id, str(number), size
