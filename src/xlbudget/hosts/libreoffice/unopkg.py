"""LibreOffice's own tool for extensions: where it lies, how it is asked, what its refusals mean."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from xlbudget.errors import FileError, LockedFileError

_SECONDS = 300
_PLACES = (
    "/usr/lib/libreoffice/program/unopkg",
    "/usr/lib64/libreoffice/program/unopkg",
    "/snap/libreoffice/current/lib/libreoffice/program/unopkg",
    "/Applications/LibreOffice.app/Contents/MacOS/unopkg",
)
_WINDOWS = ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)")


def find_unopkg(environment: Mapping[str, str]) -> Path | None:
    """Return the tool: the one on PATH, else the one in a usual folder.

    Args:
        environment: The machine's variables.

    """
    on_path = shutil.which("unopkg", path=environment.get("PATH", ""))
    if on_path:
        return Path(on_path)
    folders = [Path(environment[name]) for name in _WINDOWS if name in environment]
    # On Windows the program that ends in .com writes into the terminal, the .exe does not.
    windows = [folder / "LibreOffice" / "program" / "unopkg.com" for folder in folders]
    newest_first = sorted(Path("/opt").glob("libreoffice*/program/unopkg"), reverse=True)
    places = (*windows, *map(Path, _PLACES), *newest_first)
    return next((place for place in places if place.is_file()), None)


def ask_unopkg(program: Path, *words: str, profile: str = "") -> str:
    """Run the tool and return what it says.

    Args:
        program: The tool.
        words: Its command and arguments.
        profile: The address (``file:///…``) of the profile to use; if empty, the person's own.

    Raises:
        LockedFileError: LibreOffice, or the tool itself, holds the profile.
        FileError: It refuses for another reason, which is told in its own words.

    """
    option = [f"-env:UserInstallation={profile}"] if profile else []
    try:
        done = subprocess.run(  # noqa: S603 - the program was found by us, no shell is involved
            [program, words[0], *option, *words[1:]],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            timeout=_SECONDS,
        )
    except subprocess.TimeoutExpired as error:
        raise _refusal(f"no answer within {_SECONDS} seconds", LockedFileError) from error
    if done.returncode:
        raise _translated(f"{done.stdout}\n{done.stderr}")
    return done.stdout


def _translated(told: str) -> FileError:
    if "as root" in told:
        return FileError(
            saw="LibreOffice installs no extension for the user root",
            wants="An extension belongs to the person who works with it",
            fix="Run the same command as that person; for everybody on this machine root can run: "
            'unopkg add --suppress-license --shared "$(xlbudget addin path --host libreoffice)"',
        )
    lines = [line.strip() for line in told.splitlines() if line.strip()]
    said = next((line for line in lines if line.startswith("ERROR")), " ".join(lines))
    held = ".lock" in told or "lock file" in told
    return _refusal(said or "nothing", LockedFileError if held else FileError)


def _refusal(said: str, kind: type[FileError]) -> FileError:
    return kind(
        saw=f"LibreOffice's tool unopkg said: {said.removeprefix('ERROR: ').rstrip('.')}",
        wants="It adds an extension when nothing else works on the person's profile",
        fix="Close every LibreOffice window, then run the same command again",
    )
