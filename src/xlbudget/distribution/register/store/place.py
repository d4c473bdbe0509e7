"""Where a register is: a file in the campaign's folder, or a database by its address."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from xlbudget.errors import MissingFileError, UnknownChoiceError

FILE_NAME = "register.sqlite"
"""The register's file in a campaign's folder."""

_POSTGRESQL = "postgresql+psycopg"
_DRIVERS = {"postgresql": _POSTGRESQL, _POSTGRESQL: _POSTGRESQL}


def url_of(where: Path | str) -> URL:
    """Return the address of the register in a folder, or at an address.

    Args:
        where: The campaign's folder, or ``postgresql+psycopg://user@host/database``.

    Raises:
        MissingFileError: There is no such folder.
        UnknownChoiceError: The address names no kind of database that a register can be in.

    """
    if isinstance(where, str) and "://" in where:
        return _address(where)
    folder = Path(where)
    if not folder.is_dir():
        raise MissingFileError(
            saw="The folder is not there",
            wants="A register stands in its campaign's folder",
            fix="Check the name, or make the campaign first",
            place=str(folder),
        )
    return URL.create("sqlite", database=str(folder.resolve() / FILE_NAME))


def shown(url: URL) -> str:
    """Return an address as people may see it: without the password."""
    if url.get_backend_name() == "sqlite":
        return url.database or FILE_NAME
    return url.render_as_string(hide_password=True)


def file_of(url: URL) -> Path | None:
    """Return the file that the register is; None when a server keeps it."""
    return Path(url.database or "") if url.get_backend_name() == "sqlite" else None


def _address(text: str) -> URL:
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        url = None
    if url is None or url.drivername not in _DRIVERS:
        kind = text.split("://", maxsplit=1)[0]
        raise UnknownChoiceError(
            saw=f"The register's address begins with “{kind}://”",
            wants=f"A register is a folder, or a database at {_POSTGRESQL}://…",
            fix=f"Write {_POSTGRESQL}://user@host/database, or name the campaign's folder",
        )
    return url.set(drivername=_DRIVERS[url.drivername])
