"""The command that judges workbooks and folders: tables, JSON or SARIF over all of them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from xlbudget.errors import UnknownChoiceError, UnreadableFileError
from xlbudget.hosts.as_json import put_json
from xlbudget.hosts.check_given import given
from xlbudget.hosts.check_json import all_json, checked_json
from xlbudget.hosts.check_shown import put_all, put_checked, put_head
from xlbudget.hosts.checked import TO_DO, Checked, Kind, check_or_refuse, check_path
from xlbudget.hosts.exits import ExitCode
from xlbudget.hosts.terminal import next_step, put, say, shown_path, stdout, working
from xlbudget.model.finding import Severity, worst
from xlbudget.workbook.lint import Profile
from xlbudget.workbook.lint.beside import file_beside
from xlbudget.workbook.lint.sarif import Looked, sarif_text


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be checked, as what, and how the answer is given."""

    paths: tuple[Path, ...]
    profile: Profile | None = None
    as_json: bool = False
    as_sarif: bool = False
    recalculated: Path | None = None


def show_check(order: Order) -> None:
    """Show what is found in workbooks and folders; exit with 1 when something is to be done.

    Of several, one that cannot be read stops nothing: its refusal is what came of it.

    Raises:
        FileError: A single one is not there or cannot be read, or there is nothing to check.
        UnknownChoiceError: A recalculated copy is named, and not one workbook.

    """
    chosen = given(order.paths)
    for note in chosen.notes:
        say(note)
    results = _results(chosen.paths, order)
    if order.as_sarif:
        sys.stdout.write(sarif_text([_looked(one) for one in results]))
    elif order.as_json:
        single = len(results) == 1
        put_json(sys.stdout, checked_json(results[0]) if single else all_json(results))
    else:
        _put(results)
    next_step(_next(results))
    code = _code(results)
    if code is not ExitCode.OK:
        raise typer.Exit(code)


def _results(paths: Sequence[Path], order: Order) -> list[Checked]:
    if not paths:
        raise UnreadableFileError(
            saw="No workbook is named, only marks that programs leave beside open ones",
            wants="A workbook or a district folder is checked",
            fix="Name the workbook itself",
        )
    if order.recalculated and (len(paths) != 1 or paths[0].is_dir()):
        raise UnknownChoiceError(
            saw="A recalculated copy is named together with a folder or several files",
            wants="It is the copy of one workbook",
            fix="Name that workbook alone",
        )
    if len(paths) == 1:
        with working(f"Looking through {paths[0].name}"):
            return [check_path(paths[0], order.profile, order.recalculated)]
    results = []
    for number, path in enumerate(paths, start=1):
        with working(f"Looking through {path.name} ({number} of {len(paths)})"):
            results.append(check_or_refuse(path, order.profile))
    return results


def _put(results: Sequence[Checked]) -> None:
    console = stdout()
    if len(results) == 1:
        if results[0].kind is not Kind.FOLDER:
            put_head(console, results[0])
        put_checked(console, results[0])
        return
    for one in results:
        if one.refusal or one.judged.findings or one.judged.suppressed:
            put_head(console, one)
            put_checked(console, one)
            put(console)
    put_all(console, results)


def _code(results: Sequence[Checked]) -> ExitCode:
    """Return the exit code of all: that of a refusal only when nothing could be read."""
    codes = [one.code for one in results]
    if ExitCode.INTERNAL in codes:
        return ExitCode.INTERNAL
    if all(one.kind is Kind.NOT_READ for one in results):
        return codes[0] if len(set(codes)) == 1 else ExitCode.INVALID
    return ExitCode.FINDINGS if any(code is not ExitCode.OK for code in codes) else ExitCode.OK


def _next(results: Sequence[Checked]) -> str:
    if len(results) > 1:
        if _code(results) is ExitCode.OK:
            return "nothing has to be mended."
        return "mend or explain what is found, then run the same command again."
    (one,) = results
    gravest, beside = worst(one.judged.findings), shown_path(file_beside(one.path))
    if one.kind is Kind.FOLDER:
        return _next_of_folder(one, gravest)
    if gravest not in TO_DO:
        return "nothing has to be mended."
    log = "on its sheet Log, or " if one.profile is not Profile.ANY else ""
    return f"mend what is found, or explain it {log}in {beside}."


def _next_of_folder(one: Checked, gravest: Severity | None) -> str:
    if gravest is Severity.FATAL:
        return "mend what is fatal; until then no workbook is written."
    if gravest is Severity.WARNING:
        return "correct the warnings or explain them, then write the workbook with xlbudget new."
    return f"write the workbook with: xlbudget new {shown_path(one.path)}"


def _looked(one: Checked) -> Looked:
    return Looked(one.path, one.judged, is_folder=one.kind is Kind.FOLDER, refusal=one.refusal)
