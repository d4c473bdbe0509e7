"""Where the sample district is: inside an installed package, or in the repository."""

from __future__ import annotations

from pathlib import Path

from xlbudget.errors import MissingFileError

SAMPLE = "riverbend"
_PACKAGE = Path(__file__).resolve().parents[1]


def sample_folder() -> Path:
    """Return the folder of the made-up district that the manual and ``xlbudget demo`` use.

    Raises:
        MissingFileError: Neither the installed package nor a repository around it holds it.

    """
    places = (_PACKAGE / "samples" / SAMPLE, _PACKAGE.parents[1] / "examples" / SAMPLE)
    for place in places:
        if place.is_dir():
            return place
    raise MissingFileError(
        saw=f"The sample district is neither at {places[0]} nor at {places[1]}",
        wants="It comes with the installed package, or with the repository",
        fix="Install xlbudget anew, or start from a folder of your own with: xlbudget new FOLDER",
    )
