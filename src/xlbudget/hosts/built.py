"""The add-ins as they were built into this installation, or the refusal when they were not."""

from __future__ import annotations

from pathlib import Path

from xlbudget.errors import MissingFileError

TO_DO = "Install xlbudget anew with pip; in a checkout run: make addin"


def require_built(addin: Path) -> Path:
    """Return the path of an add-in that is there.

    Raises:
        MissingFileError: It is not; what to do is said.

    """
    if addin.is_file():
        return addin
    raise MissingFileError(
        saw=f"The add-in is not in this installation: {addin}",
        wants="It comes with every installed xlbudget; a checkout of the source has to build it",
        fix=TO_DO,
    )
