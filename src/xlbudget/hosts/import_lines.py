"""The command import: another system's file becomes records, by a mapping that was saved."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import typer

from xlbudget.hosts.as_json import put_json
from xlbudget.hosts.exits import ExitCode
from xlbudget.hosts.import_shown import import_json, put_import
from xlbudget.hosts.import_table import read_foreign
from xlbudget.hosts.import_write import Target, target_of, write_target
from xlbudget.hosts.shown import put_findings
from xlbudget.hosts.terminal import next_step, put, say, shown_path, stderr, stdout, working
from xlbudget.model.delimited import read_text
from xlbudget.model.finding import Finding, Place
from xlbudget.model.mapped import Mapped, map_rows
from xlbudget.model.mapping import Mapping
from xlbudget.model.mapping_file import read_mapping


@dataclass(frozen=True, slots=True)
class Order:
    """What a person asks for: which file, by which mapping, into which folder, and how."""

    file: Path
    mapping: Path
    folder: Path
    force: bool = False
    dry_run: bool = False
    as_json: bool = False
    partial: bool = False  # write what maps though other rows do not


def import_file(order: Order) -> None:
    """Import a file, or show what would be; exit with 3 when rows do not map.

    Raises:
        FileError: A file is not there, cannot be read, or holds such records already.
        BudgetError: The folder's own file has fatal findings.

    """
    mapping = _mapping(order)
    with working(f"Reading {order.file}"):
        foreign = read_foreign(
            order.file,
            sheet=mapping.sheet,
            delimiter=mapping.delimiter,
            decimal_comma=mapping.decimal_comma,
        )
        mapped = map_rows(mapping, foreign.rows, foreign.place) if foreign.is_read else Mapped()
    findings = (*foreign.findings, *mapped.findings)
    if not foreign.is_read or not mapped.whole:
        _refuse(order, findings, "mend what is named, then run the same command again.")
    told_to = bool(mapped.records) and (not mapped.not_mapped or order.partial)
    if not order.as_json:
        put_import(stdout(), mapping, mapped, findings)
    force = order.force or order.dry_run
    target = target_of(mapping, mapped.records, order.folder, force=force)
    backup = write_target(target) if told_to and not order.dry_run else None
    is_written = told_to and not order.dry_run
    if order.as_json:
        put_json(sys.stdout, import_json(mapping, mapped, target, findings, is_written=is_written))
    _tell(order, target, mapped, backup, is_written=is_written)
    if mapped.not_mapped or not mapped.records:
        raise typer.Exit(ExitCode.FINDINGS if is_written else ExitCode.INVALID)


def _mapping(order: Order) -> Mapping:
    if not order.mapping.is_file():
        message = f"There is no mapping {order.mapping}; draft one with: xlbudget import --suggest "
        raise typer.BadParameter(message + shown_path(order.file))
    text, faults = read_text(order.mapping)
    place = Place(file=order.mapping.name)
    read = read_mapping(text, place)
    findings = (*(fault.at(place) for fault in faults), *read.findings)
    if read.mapping is None:
        _refuse(order, findings, f"correct {shown_path(order.mapping)}, then run it again.")
    return read.mapping


def _refuse(order: Order, findings: Sequence[Finding], step: str) -> NoReturn:
    if order.as_json:
        put_json(sys.stdout, import_json(None, Mapped(), None, findings, is_written=False))
    put_findings(stderr(), findings)
    next_step(f"{step} Nothing was written.")
    raise typer.Exit(ExitCode.INVALID)


def _tell(
    order: Order, target: Target, mapped: Mapped, backup: Path | None, *, is_written: bool
) -> None:
    added, changed = target.merged.added, len(target.merged.there)
    if is_written:
        if not order.as_json:
            put(stdout(), str(target.path))
        also = f", {changed} replaced" if changed else ""
        say(f"Written: {added} added{also}.")
    if backup is not None:
        say(f"The file that stood there is kept as {backup.name}.")
    if is_written:
        next_step(f"look for what is missing with: xlbudget check {shown_path(order.folder)}")
    elif mapped.not_mapped or not mapped.records:
        next_step(
            "correct the mapping or the file, or import the other rows with --partial. "
            "Nothing was written."
        )
    else:
        also = f" and with --force, for {changed} are there already" if changed else ""
        next_step(f"run the same command without --dry-run{also}; {added} records are new.")
