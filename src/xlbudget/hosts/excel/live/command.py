"""A command of xlbudget run beside Excel, in a Python of its own, and what it says."""

from __future__ import annotations

import subprocess
import sys

from xlbudget.errors import FileError

_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_START = "from xlbudget.hosts.cli import run; run()"
_GOOD = (0, 1)  # done; done, with findings


def said_by(*words: str) -> str:
    """Run a command and return what it says to people.

    Args:
        words: The command and its arguments, as they are typed behind ``xlbudget``.

    Raises:
        FileError: It ended with a refusal; its own words are in it.

    """
    done = subprocess.run(  # noqa: S603 - our own program, no shell is involved
        [sys.executable, "-P", "-c", _START, *words],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        creationflags=_NO_WINDOW,
        check=False,
    )
    if done.returncode not in _GOOD:
        raise FileError(
            saw=f"The command {words[0]} was refused: {done.stderr.strip()}",
            wants="It runs as it would in a terminal",
            fix="Mend what it says, then press the button again",
        )
    return "\n".join(part for part in (done.stdout.strip(), done.stderr.strip()) if part)
