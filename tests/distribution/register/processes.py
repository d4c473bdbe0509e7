"""What other processes do to a register in the tests; each starts quickly, from one that waits."""

import os
import resource
import signal
from multiprocessing import get_context

from sqlalchemy import event

from distribution.register.made import AT, collect
from xlbudget.distribution.register import open_register
from xlbudget.errors import XlbudgetError

NOBODY = 65534
_CONTEXT = get_context("forkserver")
_CONTEXT.set_forkserver_preload(
    [
        "pytest",
        "alembic.command",
        "xlbudget.distribution.register.submissions.record_submission",
        "psycopg",
        "xlbudget.distribution.issue",
        "xlbudget.distribution.collect",
        "xlbudget.distribution.consolidate.consolidation",
        "hypothesis.strategies",
        "openpyxl",
        "pyarrow.parquet",
        "typer.testing",
        "xlsxwriter",
    ]
)


def together(function, *arguments, times=1):
    """Run a function in so many processes at once; return their exit codes and answers.

    A refusal is answered as the name of its class, what was seen, and where.
    """
    start = _CONTEXT.Barrier(times)
    answers = _CONTEXT.SimpleQueue()
    running = [
        _CONTEXT.Process(target=_told, args=(start, answers, function, arguments))
        for _ in range(times)
    ]
    for process in running:
        process.start()
    for process in running:
        process.join()
    codes = [process.exitcode for process in running]
    return codes, [answers.get() for code in codes if code == 0]


def _told(start, answers, function, arguments):
    start.wait()
    try:
        answers.put(function(*arguments))
    except XlbudgetError as error:
        answers.put((type(error).__name__, error.saw, error.place))


def open_only(where):
    """Open a register, and close it."""
    open_register(where, at=AT).close()


def collect_into(where, count, versions):
    """Collect into a register, as a run of the office would."""
    with open_register(where, at=AT) as register:
        collect(register, count, versions=versions)


def collect_until_killed(where, count, versions, statement):
    """Collect, and be killed in the middle: before a statement, or once it has run."""
    with open_register(where, at=AT) as register:
        moment = "before_cursor_execute" if statement % 2 else "after_cursor_execute"
        event.listen(register.engine, moment, _killer(statement))
        collect(register, count, versions=versions)


def open_until_killed(where, statement):
    """Make a register, and be killed in the middle of its making."""
    event.listen(_engines(), "before_cursor_execute", _killer(statement))
    open_register(where, at=AT).close()


def collect_on_a_full_disk(where, count, versions, size):
    """Collect, while no file may grow beyond a size in bytes."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    collect_into(where, count, versions)


def collect_without_rights(where, count, versions):
    """Collect as a user who may read, and not write."""
    become_nobody()
    collect_into(where, count, versions)


def become_nobody():
    """Give up the rights that root has, for good."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def _killer(statement):
    left = [statement]

    def count(*_anything):
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    return count


def _engines():
    from sqlalchemy import Engine  # noqa: PLC0415

    return Engine
