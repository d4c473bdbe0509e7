"""The command that builds the add-in of static files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from xlbudget.hosts.officejs.build import files, refuse, write
from xlbudget.hosts.officejs.pyodide_part import usual_folder
from xlbudget.hosts.officejs.site import OFFICE_JS, site
from xlbudget.hosts.terminal import next_step, put, say, stdout

_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Order:
    """What a person asks for.

    Attributes:
        folder: The folder to make.
        base: Where it will lie on the web server.
        office_js: Where Office.js is loaded from; None for Microsoft's own address.
        pyodide: The npm package; None for where npm puts it.
        force: Whether a folder that is there is replaced.
        dry_run: Whether all is done but writing.

    """

    folder: Path
    base: str
    office_js: str | None = None
    pyodide: Path | None = None
    force: bool = False
    dry_run: bool = False


def build_addin(order: Order) -> None:
    """Build the add-in and say what became of it."""
    addresses = site(order.base, order.office_js or OFFICE_JS)
    # A path such as "." or "site/.." has no name of its own.
    folder = order.folder.resolve()
    refuse(folder, force=order.force)
    held = files(addresses, order.pyodide or usual_folder())
    megabytes = sum(map(len, held.values())) / _MEGABYTE
    told = f"{len(held)} files, {megabytes:.1f} MB, for {addresses.base}"
    if order.dry_run:
        say(f"A dry run: {told}; nothing was written.")
        next_step("run the same command without --dry-run.")
        return
    kept = write(held, folder, force=order.force)
    put(stdout(), str(order.folder))
    say(f"Written: {told}.")
    if kept:
        say(f"What stood there is kept as {kept.name}.")
    next_step(f"put the folder on the web server; {addresses.at('taskpane.html')} must open.")
