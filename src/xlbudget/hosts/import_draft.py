"""The option --suggest of the command import: a draft of a mapping for a file."""

from __future__ import annotations

from pathlib import Path

from xlbudget.errors import ExistingFileError, UnreadableFileError
from xlbudget.hosts.import_table import likely_delimiter, read_foreign
from xlbudget.hosts.terminal import next_step, put, say, shown_path, stdout, working
from xlbudget.model.suggestion import suggestion


def draft_mapping(file: Path, path: Path, *, table: str, sheet: str, force: bool) -> None:
    """Write a draft of a mapping, to be edited by a person.

    Raises:
        FileError: The file cannot be read, or the draft would stand where a file stands.
        UnknownChoiceError: The workbook has no such sheet.

    """
    if path.exists() and not force:
        raise ExistingFileError(
            saw="The file is there already",
            wants="Nothing is overwritten unasked",
            fix="Name another one with --mapping, or ask for it with --force",
            place=str(path),
        )
    with working(f"Reading {file}"):
        delimiter = likely_delimiter(file)
        foreign = read_foreign(file, sheet=sheet, delimiter=delimiter)
    if not foreign.is_read:
        raise UnreadableFileError(
            saw="The file cannot be read: " + "; ".join(one.saw for one in foreign.findings),
            wants="A CSV file or a workbook of another system is needed",
            fix=foreign.findings[0].fix if foreign.findings else "Save it as CSV UTF-8",
            place=str(file),
        )
    draft = suggestion(foreign.rows, table=table, sheet=foreign.place.sheet, delimiter=delimiter)
    path.write_text(draft.text, encoding="utf-8")
    put(stdout(), str(path))
    say(f"{draft.matched} of {draft.columns} columns look like fields of {draft.table}.")
    words = f"xlbudget import {shown_path(file)} --mapping {shown_path(path)} --dry-run"
    next_step(f"edit it, then try it with: {words}")
