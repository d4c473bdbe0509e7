"""Puts extensions into a private LibreOffice profile and takes them out, as a person would."""

import os
import shutil
import subprocess
from pathlib import Path

NOBODY = 65534  # unopkg refuses root, so root becomes another for the time that it takes


def add(extension: Path, profile: Path) -> None:
    """Install an extension, an .oxt file, for the profile's user."""
    copy = profile / extension.name  # where nobody can read it
    shutil.copyfile(extension, copy)
    _unopkg(profile, "add", "--suppress-license", str(copy))
    copy.unlink()


def remove(identifier: str, profile: Path) -> None:
    """Uninstall an extension by its identifier."""
    _unopkg(profile, "remove", identifier)


def listed(profile: Path) -> str:
    """Return what ``unopkg list`` tells about the profile's extensions."""
    return _unopkg(profile, "list")


def _unopkg(profile: Path, *words: str) -> str:
    home = f"-env:UserInstallation={(profile / 'user').resolve().as_uri()}"
    command = ["unopkg", *words, home]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    if os.geteuid() == 0:
        command = [*f"setpriv --reuid={NOBODY} --regid={NOBODY} --clear-groups".split(), *command]
        environment["HOME"] = str(profile)
        _give(profile, NOBODY)
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    finally:
        if os.geteuid() == 0:
            _give(profile, 0)
    if done.returncode:
        raise RuntimeError(f"unopkg {words[0]}: {done.stdout}{done.stderr}")
    return done.stdout


def _give(folder: Path, owner: int) -> None:
    for path in (folder, *folder.rglob("*")):
        os.chown(path, owner, owner, follow_symlinks=False)
