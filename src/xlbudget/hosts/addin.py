"""The commands about the add-ins: install, uninstall, path, doctor, for Excel and LibreOffice."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Literal

import typer

from xlbudget.catalogue import FUNCTIONS
from xlbudget.catalogue.formula_text import formula_text
from xlbudget.hosts.as_json import put_json
from xlbudget.hosts.built import require_built
from xlbudget.hosts.doctor import Answer
from xlbudget.hosts.excel import checkup as excel_checkup
from xlbudget.hosts.excel import install as excel
from xlbudget.hosts.excel.machine import this_machine
from xlbudget.hosts.exits import ExitCode
from xlbudget.hosts.health import put_answers
from xlbudget.hosts.libreoffice import install as libreoffice
from xlbudget.hosts.step import Step
from xlbudget.hosts.terminal import next_step, put, say, stdout, working

Host = Literal["excel", "libreoffice"]
_NAMES = {"excel": "Excel", "libreoffice": "LibreOffice"}
_TRIED = "XLB_ANNUAL_COST"


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person asks for.

    Attributes:
        host: The program that shall have the functions.
        xlstart: Whether Excel's folder XLSTART is wanted, not its list of add-ins.
        dry_run: Whether the steps are only told.

    """

    host: Host
    xlstart: bool = False
    dry_run: bool = False

    @property
    def program(self) -> str:
        """Return the program's name."""
        return _NAMES[self.host]

    @property
    def elsewhere(self) -> bool:
        """Return whether the program is not on this system: Excel, where Windows is not."""
        return self.host == "excel" and sys.platform != "win32"


def usual_host() -> Host:
    """Return the program that is meant when none is named: Excel on Windows, else LibreOffice."""
    return "excel" if sys.platform == "win32" else "libreoffice"


def install_addin(wish: Wish) -> None:
    """Install an add-in, or tell the steps."""
    if wish.host == "libreoffice" and wish.xlstart:
        message = "--xlstart is for Excel alone."
        raise typer.BadParameter(message)
    if wish.host == "excel":
        steps = excel.install(this_machine(), xlstart=wish.xlstart)
    else:
        steps = libreoffice.install(libreoffice.this_office(os.environ))
    if _done(wish, steps):
        entry = FUNCTIONS[_TRIED]
        formula = formula_text(entry, entry.example[0])
        next_step(f"start {wish.program} anew and type {formula}; it gives {entry.example[1]}.")


def uninstall_addin(wish: Wish) -> None:
    """Take an add-in away, or tell the steps."""
    if wish.elsewhere:
        steps = tuple(_undone(step) for step in reversed(excel.install(this_machine())))
    elif wish.host == "excel":
        steps = excel.uninstall(this_machine())
    else:
        steps = libreoffice.uninstall(libreoffice.this_office(os.environ))
    if _done(wish, steps):
        next_step(f"start {wish.program} anew; cells with our functions keep their last values.")


def show_path(wish: Wish) -> None:
    """Show where the add-in's file lies in this installation of xlbudget."""
    excel_s = wish.host == "excel"
    put(stdout(), str(require_built(this_machine().addin if excel_s else libreoffice.ADDIN)))


def show_checkup(wish: Wish, *, as_json: bool) -> None:
    """Show whether the functions can work; exit with 1 if something is to be mended."""
    with working("Looking"):
        answers = _answers(wish)
    wrong = [answer for answer in answers if not answer.well]
    if as_json:
        facts = {"host": wish.host, "ready": not wrong}
        put_json(sys.stdout, facts | {"answers": [asdict(answer) for answer in answers]})
    else:
        put_answers(f"The add-in for {wish.program}", answers)
    if wrong:
        next_step("mend what is marked, then run the same command again.")
        raise typer.Exit(ExitCode.FINDINGS)
    next_step("all is well as far as can be seen from here; the self-test workbook says the rest.")


def _answers(wish: Wish) -> Sequence[Answer]:
    if wish.host == "excel":
        return excel_checkup.check_up(this_machine())
    return libreoffice.check_up(libreoffice.this_office(os.environ))


def _done(wish: Wish, steps: Sequence[Step]) -> bool:
    """Tell the steps and do them; return whether any was done."""
    for step in steps:
        put(stdout(), step.says)
        if not (wish.dry_run or wish.elsewhere):
            step.do()
    if not steps:
        say(f"Nothing to do: in {wish.program} all is as asked for.")
    elif wish.elsewhere:
        say("This is what would be done on Windows; the add-in is for Excel there.")
        next_step("for LibreOffice on this machine add: --host libreoffice")
    elif wish.dry_run:
        say(f"A dry run: {_counted(steps)} would be taken; nothing was touched.")
        next_step("run the same command without --dry-run.")
    else:
        say(f"Done: {_counted(steps)}.")
        return True
    return False


def _counted(steps: Sequence[Step]) -> str:
    return f"{len(steps)} step{'' if len(steps) == 1 else 's'}"


def _undone(step: Step) -> Step:
    return Step(f"Undo: {step.says}", step.do)
