"""Paths that stay in their folder, whatever a name says."""

from __future__ import annotations

from pathlib import Path

from xlbudget.errors import FileError
from xlbudget.model.fault import shown


def inside(folder: Path, name: str) -> Path:
    r"""Return the path of a name in a folder.

    Args:
        folder: The folder; it need not be there yet.
        name: The name, or a path of names with ``/``.

    Raises:
        FileError: The path would leave the folder: by ``..``, by a path from the root, by
            ``\`` or a drive's letter, or by a link.

    """
    steps = name.split("/")
    plain = not {"\\", ":", "\0"} & set(name) and not {"", ".", ".."} & set(steps)
    path = folder.joinpath(*steps) if plain else folder
    if plain and path.resolve().is_relative_to(folder.resolve()):
        return path
    raise FileError(
        saw=f"The name {shown(name)} leads out of the folder",
        wants="Every file of a campaign stays in the campaign's folder",
        fix="Give it a plain name, without folders or links before it",
        place=str(folder),
    )
