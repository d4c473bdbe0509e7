"""The command collect: read what came back, and say what became of every file."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import typer

from xlbudget.distribution.collect import Collected, Order, collect
from xlbudget.distribution.collect.findings_file import NAME
from xlbudget.hosts.as_json import put_long_json
from xlbudget.hosts.campaign import campaign_folder, opened, who
from xlbudget.hosts.collect_json import collected_json
from xlbudget.hosts.collect_shown import put_collected
from xlbudget.hosts.exits import ExitCode
from xlbudget.hosts.progress import progress_bar
from xlbudget.hosts.terminal import next_step, say, shown_path


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectCommand:
    """What a person asks for: the campaign, what is collected, and how it is shown."""

    campaign: Path
    order: Order
    register: str | None = None
    by: str | None = None
    as_json: bool = False


def collect_command(command: CollectCommand, at: datetime) -> None:
    """Collect what came back; exit with 1 when something has to be done about a file.

    Raises:
        MissingFileError: There is no such campaign, register, folder or data.
        BudgetError: The district's data has fatal findings.
        FileError: A copy cannot be kept, or the register does not answer.

    """
    folder = campaign_folder(command.campaign)
    with (
        opened(folder, command.register, at) as register,
        progress_bar("Collecting") as progress,
    ):
        by = who(command.by)
        done = collect(folder, register, command.order, at=at, by=by, progress=progress)
    if command.as_json:
        put_long_json(sys.stdout, collected_json(folder.facts.campaign_id, done), "files")
    else:
        put_collected(done)
    _tell(command, done)
    if done.bad:
        raise typer.Exit(ExitCode.FINDINGS)


def _tell(command: CollectCommand, done: Collected) -> None:
    root = shown_path(command.campaign)
    say(f"{done.in_words}.")
    if done.passed_over:
        say(f"Files of systems and programs that were passed over: {done.passed_over:,}.")
    if not done.written:
        next_step("run the same command without --dry-run; nothing was written.")
        return
    say(f"All findings stand in {root}/results/{NAME}.")
    if done.bad:
        next_step(f"write to those schools, with: xlbudget status {root} --reminders FILE.csv")
    elif done.missing:
        next_step(f"remind the schools that are missing: xlbudget status {root}")
    else:
        data = shown_path(command.order.district or command.campaign / "district")
        next_step(f"put the answers together: xlbudget consolidate {root} --district {data}")
