"""Runs that are killed with signal 9 at random moments; XLBUDGET_KILLS says at how many.

A moment is before a file of the campaign is opened, moved or removed, or before a statement of
its register.
"""

import os
import random
import signal
import sys

from sqlalchemy import Engine, event

KILLED = [-signal.SIGKILL]
_KINDS = {"open", "os.rename", "os.mkdir", "os.remove", "os.rmdir"}


def drawn(moments, few):
    """Random moments of a run, the same each time: few of them, or as many as are asked for."""
    times = int(os.environ.get("XLBUDGET_KILLS", few))
    return random.Random(2027).sample(range(1, moments), times)  # noqa: S311 - no secret


def counted(root, run):
    """Run, and return at how many moments it could be ended."""
    seen = [0]
    at_each_moment(root, lambda: seen.__setitem__(0, seen[0] + 1))
    run()
    return seen[0]


def killed(root, run, moment):
    """Run, and be killed at a moment."""
    left = [moment]

    def count():
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    at_each_moment(root, count)
    run()


def at_each_moment(root, call):
    """Call a function at each moment of what this process does from now on."""

    def hook(kind, arguments):
        if kind in _KINDS and arguments and str(arguments[0]).startswith(str(root)):
            call()

    sys.addaudithook(hook)
    event.listen(Engine, "before_cursor_execute", lambda *_: call())
