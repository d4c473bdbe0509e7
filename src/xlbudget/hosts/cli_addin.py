"""The commands under `xlbudget addin`."""

# ruff: noqa: PLC0415 - a command imports what it needs when it runs: --help must start at once

from __future__ import annotations

import typer

from xlbudget.hosts.exits import EPILOG
from xlbudget.hosts.guard import guarded
from xlbudget.hosts.options import (
    BaseUrl,
    BuildHost,
    Debug,
    DryRun,
    Host,
    Json,
    OfficeJsUrl,
    OnlyTell,
    PyodideFolder,
    ReplaceFolder,
    SiteFolder,
    XlStart,
)

addin_app = typer.Typer(
    help="Put the functions into Excel or LibreOffice, take them out, or see why they fail.",
    epilog=EPILOG,
    no_args_is_help=True,
)


@addin_app.command("install")
@guarded
def addin_install(
    *,
    host: Host = None,
    xlstart: XlStart = False,
    dry_run: OnlyTell = False,
    _debug: Debug = False,
) -> None:
    """Install the add-in for yourself; no administrator rights are needed.

    For Excel on a system that is not Windows the steps are told, and none is taken.
    """
    from xlbudget.hosts.addin import Wish, install_addin, usual_host

    install_addin(Wish(host or usual_host(), xlstart=xlstart, dry_run=dry_run))


@addin_app.command("uninstall")
@guarded
def addin_uninstall(*, host: Host = None, dry_run: OnlyTell = False, _debug: Debug = False) -> None:
    """Take away all that install has put in place, and nothing else."""
    from xlbudget.hosts.addin import Wish, uninstall_addin, usual_host

    uninstall_addin(Wish(host or usual_host(), dry_run=dry_run))


@addin_app.command("path")
@guarded
def addin_path(*, host: Host = None, _debug: Debug = False) -> None:
    """Show where the add-in's file lies, to hand it to IT or to add it by hand."""
    from xlbudget.hosts.addin import Wish, show_path, usual_host

    show_path(Wish(host or usual_host()))


@addin_app.command("doctor")
@guarded
def addin_doctor(*, host: Host = None, as_json: Json = False, _debug: Debug = False) -> None:
    """Say why the functions do not work, and what to do; ends with 1 if anything is to be mended.

    For Excel: the interpreter, the DLL, the add-in, and what IT has set about macros.
    """
    from xlbudget.hosts.addin import Wish, show_checkup, usual_host

    show_checkup(Wish(host or usual_host()), as_json=as_json)


@addin_app.command("build")
@guarded
def addin_build(
    *,
    output: SiteFolder,
    base_url: BaseUrl,
    host: BuildHost = "officejs",  # noqa: ARG001 - the other add-ins come built with xlbudget
    office_js: OfficeJsUrl = None,
    pyodide: PyodideFolder = None,
    force: ReplaceFolder = False,
    dry_run: DryRun = False,
    _debug: Debug = False,
) -> None:
    """Write the add-in for Excel on the web, on the Mac and on Windows: a folder of static files.

    Put the folder on a web server, and give its manifest.xml to whoever deploys add-ins.
    """
    from xlbudget.hosts.officejs.order import Order, build_addin

    build_addin(Order(output, base_url, office_js, pyodide, force=force, dry_run=dry_run))
