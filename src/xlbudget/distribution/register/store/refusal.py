"""What a database's error means to a person: what happened, and what to do."""

from __future__ import annotations

from typing import NamedTuple

from xlbudget.errors import FileError, LockedFileError, RegisterError, UnreadableFileError


class _Meaning(NamedTuple):
    kind: type[FileError]
    saw: str
    wants: str
    fix: str


_KEPT = "what it had recorded before is kept"
_FULL = _Meaning(
    RegisterError,
    f"The register cannot be written, for its disk takes no more; {_KEPT}",
    "The disk of the register has room",
    "Make room there, and run it again",
)
_READ_ONLY = _Meaning(
    LockedFileError,
    "The register may not be written to",
    "You may write to the register, and to the folder that it stands in",
    "Ask for the right to write there, or choose another place",
)
_BUSY = _Meaning(
    LockedFileError,
    "Another program holds the register",
    "A register is free again after a moment",
    "Wait until the other run has ended, and run it again",
)
_DAMAGED = _Meaning(
    UnreadableFileError,
    "The file is not a register, or it is damaged",
    "A register is a file that this program has made",
    "Put a copy of the register back from your backup, or choose another folder",
)
_AWAY = _Meaning(
    RegisterError,
    f"The register's database does not answer; {_KEPT}",
    "The database runs, and this machine reaches it",
    "Check the address, or ask who runs the database; then run it again",
)
_BARRED = _Meaning(
    RegisterError,
    "The register's database does not let you in",
    "The name, the password and the database's name are right",
    "Check the address of the register, or ask who runs the database",
)
_RIGHTS = _Meaning(
    RegisterError,
    "The database does not let you write the register",
    "You may create and write tables in the register's database",
    "Ask who runs the database for these rights",
)
_OTHER = _Meaning(
    RegisterError,
    f"The register's database refused: {{words}}; {_KEPT}",
    "The database takes what is recorded",
    "Run it again; if it happens again, report it with these words",
)

_SQLITE = (
    ("SQLITE_FULL", _FULL),
    ("SQLITE_IOERR", _FULL),
    ("SQLITE_READONLY", _READ_ONLY),
    ("SQLITE_CANTOPEN", _READ_ONLY),
    ("SQLITE_PERM", _READ_ONLY),
    ("SQLITE_AUTH", _READ_ONLY),
    ("SQLITE_BUSY", _BUSY),
    ("SQLITE_LOCKED", _BUSY),
    ("SQLITE_NOTADB", _DAMAGED),
    ("SQLITE_CORRUPT", _DAMAGED),
)
_POSTGRESQL = (
    ("53100", _FULL),
    ("53", _AWAY),
    ("57", _AWAY),
    ("08", _AWAY),
    ("28", _BARRED),
    ("3D000", _BARRED),
    ("42501", _RIGHTS),
    ("25006", _RIGHTS),
    ("40", _BUSY),
    ("55P03", _BUSY),
)
_AGAIN = ("SQLITE_BUSY", "SQLITE_LOCKED", "40001", "40P01", "23505", "55P03")
_CONNECTION = {"OperationalError", "InterfaceError"}
_SHOWN = 200


def refusal_of(error: BaseException, place: str) -> FileError:
    """Return a database driver's error as a refusal in words."""
    meaning = _meaning(error)
    words = " ".join(str(error).split())[:_SHOWN]
    saw = meaning.saw.format(words=words)
    return meaning.kind(saw=saw, wants=meaning.wants, fix=meaning.fix, place=place)


def gone(place: str) -> RegisterError:
    """Return the refusal to go on with a register whose file was deleted while it was open."""
    return RegisterError(
        saw="The register's file is not there any more: it was deleted or moved",
        wants="A register stays in its place while it is written",
        fix="Put it back, or a copy from your backup, and run the same command again",
        place=place,
    )


def is_passing(error: BaseException) -> bool:
    """Tell whether another run was only in the way, so that a second try may succeed."""
    return _code(error).startswith(_AGAIN)


def _meaning(error: BaseException) -> _Meaning:
    code = _code(error)
    if not code and _CONNECTION & {kind.__name__ for kind in type(error).__mro__}:
        words = str(error)  # a server that was never reached has no code to give
        barred = "authentication failed" in words or "does not exist" in words
        return _BARRED if barred else _AWAY
    known = (*_SQLITE, *_POSTGRESQL)
    return next((meaning for start, meaning in known if code.startswith(start)), _OTHER)


def _code(error: BaseException) -> str:
    return getattr(error, "sqlite_errorname", "") or getattr(error, "sqlstate", "") or ""
