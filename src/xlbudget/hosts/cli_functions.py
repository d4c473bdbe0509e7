"""The commands under `xlbudget functions`."""

# ruff: noqa: PLC0415 - a command imports what it needs when it runs: --help must start at once

from __future__ import annotations

import typer

from xlbudget.hosts.guard import guarded
from xlbudget.hosts.options import Debug, FunctionName, Json

functions_app = typer.Typer(no_args_is_help=False)


@functions_app.callback(invoke_without_command=True)
@guarded
def functions(context: typer.Context, *, as_json: Json = False, _debug: Debug = False) -> None:
    """List the functions for cells, or show one of them."""
    from xlbudget.hosts.functions import list_functions

    if context.invoked_subcommand is None:
        list_functions(as_json=as_json)


@functions_app.command("list")
@guarded
def functions_list(*, as_json: Json = False, _debug: Debug = False) -> None:
    """Show every function in a sentence, by family.

    With --json: everything about each, under "functions": name, family, says, syntax, parameters
    (name, unit, unit_says, kind, kind_says, says, optional, default), returns (unit, unit_says,
    shape), example (formula, result), formula, source, errors (error, code, name, when), unlike,
    twin (the same in the spreadsheet's own functions), since. The keys are stable.
    """
    from xlbudget.hosts.functions import list_functions

    list_functions(as_json=as_json)


@functions_app.command("show")
@guarded
def functions_show(name: FunctionName, *, as_json: Json = False, _debug: Debug = False) -> None:
    """Show everything about one function: arguments, example, formula, source, errors."""
    from xlbudget.hosts.functions import show_function

    show_function(name, as_json=as_json)
