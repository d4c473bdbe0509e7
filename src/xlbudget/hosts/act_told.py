"""What came of an action, told on a terminal or as JSON."""

from __future__ import annotations

import sys
from contextlib import redirect_stdout
from typing import NoReturn

import typer

from xlbudget.hosts.act_json import act_json
from xlbudget.hosts.act_order import Done, Order
from xlbudget.hosts.act_requests import Work, carry_out, in_words
from xlbudget.hosts.act_shown import put_asks, put_changes, put_outcome
from xlbudget.hosts.as_json import put_json
from xlbudget.hosts.exits import ExitCode
from xlbudget.hosts.shown import put_findings
from xlbudget.hosts.terminal import next_step, say, shown_path, stderr
from xlbudget.model.tables import TABLES
from xlbudget.sheets.assumptions import FRAME
from xlbudget.workbook.act.results import Results

_COUNTED = {table.name: table.sheet for table in TABLES} | {FRAME: "Assumptions"}


def stop(order: Order, done: Done) -> NoReturn:
    """Say why nothing is done: it cannot be, or a question is open."""
    if order.as_json:
        put_json(sys.stdout, act_json(order.book, done))
    put_outcome(done.outcome, refused=True)
    if done.outcome.refused:
        if done.outcome.findings:
            put_findings(stderr(), done.outcome.findings)
        next_step("do what is said, then run the same command again. Nothing was written.")
        raise typer.Exit(ExitCode.INVALID)
    put_asks(done.outcome.asks)
    next_step("run the same command with these answers. Nothing was written.")
    raise typer.Exit(ExitCode.USAGE)


def tell_dry(order: Order, done: Done) -> None:
    """Say what would be done."""
    if order.as_json:
        put_json(sys.stdout, act_json(order.book, done))
    else:
        put_outcome(done.outcome)
        if done.changes:
            put_changes(done.changes)
    put_asks(done.outcome.asks)
    for request in done.outcome.requests:
        say(f"{in_words(request)}.")
    next_step("run the same command without --dry-run. Nothing was written.")


def tell(order: Order, done: Done, work: Work) -> None:
    """Say what was done, and carry out what the action wants besides."""
    if order.as_json:
        put_json(sys.stdout, act_json(order.book, done))
    else:
        put_outcome(done.outcome)
    if done.outcome.findings and done.saved is None:
        put_findings(stderr(), done.outcome.findings)
    put_asks(done.outcome.asks)
    _say_what_was_written(done)
    if order.output is not None and done.saved is None:
        say(f"Nothing changes in the workbook, so that {shown_path(order.output)} is not written.")
    if done.results is not None:
        _say_what_is_open(done.results)
    with redirect_stdout(sys.stderr if order.as_json else sys.stdout):
        for words in carry_out(done.outcome.requests, work):
            say(f"{words}.")


def _say_what_was_written(done: Done) -> None:
    if done.saved is None:
        return
    count = f"{len(done.changes):,} cell{'s' * (len(done.changes) != 1)} changed"
    what = count if done.changes else "Results are calculated anew"
    say(f"{what} in {shown_path(done.saved.path)}.")
    if done.kept is not None:
        say(f"The workbook as it was is kept: {shown_path(done.kept.path)}.")
    if done.saved.backup is not None:
        say(f"The file that stood there is kept as {done.saved.backup.name}.")


def _say_what_is_open(results: Results) -> None:
    """Say which results are not stored, and why."""
    if results.typed:
        tab, ref = results.typed[0]
        more = f" and {len(results.typed) - 1} more" if len(results.typed) > 1 else ""
        say(f"{tab}!{ref}{more} has a formula of yours that looks at what changed.")
    unlike = [_COUNTED[name] for name in results.unlike if name in _COUNTED]
    if results.dropped and not results.is_known:
        say("The workbook cannot be read whole, so that its results are not known here.")
    elif results.dropped and unlike:
        sheets = ", ".join(dict.fromkeys(unlike))
        say(f"Results follow from rows that only a spreadsheet reads so, on {sheets}: blank rows "
            "stand between others, or a text where a number belongs.")  # fmt: skip
    if results.dropped or results.typed:
        count = f"{len(results.dropped):,} result{'s are' if len(results.dropped) != 1 else ' is'}"
        say(f"{count} not stored. Open the workbook in Excel or LibreOffice, which calculates it, "
            "and save it there.")  # fmt: skip
