"""How a command ends: its exit code, and which refusal ends it how."""

from __future__ import annotations

from enum import IntEnum
from typing import Self

from xlbudget.errors import (
    ExistingFileError,
    FileError,
    InputError,
    MissingFileError,
    UnknownChoiceError,
    UnreadableFileError,
)


class ExitCode(IntEnum):
    """The exit codes; scripts rely on them."""

    says: str

    def __new__(cls, code: int, says: str) -> Self:
        """Return a code that carries its sentence."""
        member = int.__new__(cls, code)
        member._value_ = code
        member.says = says
        return member

    OK = 0, "Done; for check: nothing is fatal and nothing needs correction."
    FINDINGS = (
        1,
        (
            "Check: a finding is fatal or a warning, or one of several files could not be read; "
            "freeze: something still needs xlbudget; compare --fail-on-change: something differs; "
            "import --partial: a row did not map; addin doctor: something is to be mended; "
            "collect: a file is rejected, or was not issued by us; issue: a school's workbook was "
            "left as it is, or not made."
        ),
    )
    USAGE = 2, "The command line asks for what cannot be done; nothing was written."
    INVALID = 3, "A finding is fatal, or a file is not what it should be; nothing was written."
    LOCKED = 4, "A file is held by another program, or cannot be read or written."
    INTERNAL = 5, "A fault of xlbudget itself."


EPILOG = (
    "Exit codes: 0 done, 1 findings, 2 usage, 3 input invalid, 4 file locked, 5 fault of xlbudget."
)
"""What the help of every command ends with."""

_CODES: tuple[tuple[type[BaseException], ExitCode], ...] = (
    (MissingFileError, ExitCode.USAGE),
    (ExistingFileError, ExitCode.USAGE),
    (UnknownChoiceError, ExitCode.USAGE),
    (UnreadableFileError, ExitCode.INVALID),
    (InputError, ExitCode.INVALID),
    (FileError, ExitCode.LOCKED),
    (OSError, ExitCode.LOCKED),
)


def exit_code_of(error: BaseException) -> ExitCode:
    """Return the exit code of an error that ends a command."""
    return next((code for kind, code in _CODES if isinstance(error, kind)), ExitCode.INTERNAL)
