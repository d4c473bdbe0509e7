"""The edge of every command: no traceback reaches a person who has not asked for one."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from contextvars import ContextVar
from functools import wraps
from typing import ParamSpec, TypeVar

import typer

from xlbudget.errors import XlbudgetError
from xlbudget.hosts.exits import exit_code_of

P = ParamSpec("P")
R = TypeVar("R")
_DEBUG: ContextVar[bool] = ContextVar("debug", default=False)


def set_debug(wanted: bool) -> bool:
    """Remember whether tracebacks are wanted."""
    _DEBUG.set(wanted)
    return wanted


def also_debug(wanted: bool) -> bool:
    """Remember that tracebacks are wanted, if they are; the option of a single command."""
    return set_debug(wanted) if wanted else wanted


def guarded(command: Callable[P, R]) -> Callable[P, R]:
    """Return a command that ends in words and an exit code, whatever happens in it."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except (typer.Exit, typer.Abort, typer.BadParameter, BrokenPipeError):
            raise
        except Exception as error:
            put_traceback()
            typer.echo(in_words(error), err=True)
            raise typer.Exit(exit_code_of(error)) from error

    return run


def put_traceback() -> None:
    """Show the traceback of the error at hand, if tracebacks are wanted."""
    if _DEBUG.get():
        traceback.print_exc(file=sys.stderr)


def in_words(error: Exception) -> str:
    """Return what a person is told of an error; never its traceback."""
    if isinstance(error, XlbudgetError):
        return str(error)
    if isinstance(error, OSError):
        return f"{error.filename or 'A file'} cannot be read or written: {error.strerror or error}."
    kind = type(error).__name__
    return f"xlbudget met a fault of its own ({kind}); run it again with --debug and report it."
