"""The folder of a campaign: where everything about it is kept, and nothing stands outside."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from filecmp import cmp
from pathlib import Path
from typing import NoReturn

from xlbudget.distribution.campaign.facts import (
    TEMPLATE,
    CampaignFacts,
    campaign_text,
    read_campaign,
)
from xlbudget.distribution.campaign.inside import inside
from xlbudget.errors import ExistingFileError, FileError, LockedFileError, MissingFileError
from xlbudget.model.finding import Finding
from xlbudget.workbook.beside import PART, put_whole

CAMPAIGN_FILE = "campaign.toml"
_REGISTER = "register.sqlite"
_ROOMS = ("out", "inbox", "received", "results")


@dataclass(frozen=True, slots=True)
class CampaignFolder:
    """The folder of a campaign, and where things are in it."""

    root: Path
    facts: CampaignFacts

    @property
    def template(self) -> Path:
        """The workbook that every school's is made from."""
        return self.path(self.facts.template or TEMPLATE)

    @property
    def district(self) -> Path:
        """The district's data that the workbooks were made from."""
        return self.root / "district"

    @property
    def out(self) -> Path:
        """Where the workbooks stand that go out to schools."""
        return self.root / "out"

    @property
    def inbox(self) -> Path:
        """Where what comes back is put; it is never changed."""
        return self.root / "inbox"

    @property
    def received(self) -> Path:
        """Where a copy of every file that was looked at is kept, by its SHA-256."""
        return self.root / "received"

    @property
    def results(self) -> Path:
        """Where consolidated workbooks and tables go."""
        return self.root / "results"

    @property
    def register(self) -> str | Path:
        """Where the register is: this folder, or the address of one that an office shares."""
        return self.facts.register or self.root

    def path(self, name: str) -> Path:
        """Return the path of a name in the folder; FileError when it would leave it."""
        return inside(self.root, name)

    def make_rooms(self) -> None:
        """Make the folders in it that are not there.

        Raises:
            FileError: One of them is a link that leads out, or the disk is full.
            LockedFileError: The folder may not be written to.

        """
        try:
            for room in _ROOMS:
                self.path(room).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _not_written(self.root, error) from error


def new_campaign(root: Path, facts: CampaignFacts, template: Path) -> CampaignFolder:
    """Make the folder of a campaign; the same call again changes nothing.

    Args:
        root: The folder; made when it is not there.
        facts: The facts of the campaign.
        template: The workbook that every school's is made from; a copy is put into the folder.

    Raises:
        ExistingFileError: The folder has another campaign in it, or other files.
        MissingFileError: There is no such template.
        LockedFileError: The folder may not be written to.

    """
    folder = CampaignFolder(root, facts)
    text = campaign_text(facts).encode("utf-8")
    if not template.is_file():
        raise _no_template(template)
    try:
        check_new(folder, template)
        folder.make_rooms()
        _put(folder.template, lambda beside: shutil.copyfile(template, beside))
        _put(root / CAMPAIGN_FILE, lambda beside: beside.write_bytes(text))
    except OSError as error:
        raise _not_written(root, error) from error
    return folder


def open_campaign(root: Path) -> tuple[CampaignFolder | None, tuple[Finding, ...]]:
    """Return the folder of a campaign, or None when a finding is fatal, and all findings.

    Raises:
        MissingFileError: There is no such folder, or no campaign in it.

    """
    file = root / CAMPAIGN_FILE
    if not file.is_file():
        raise MissingFileError(
            saw=f"{CAMPAIGN_FILE} is not there",
            wants=f"The folder of a campaign holds {CAMPAIGN_FILE}",
            fix="Name the folder that the campaign was issued from",
            place=str(root),
        )
    facts, findings = read_campaign(file)
    return (CampaignFolder(root, facts) if facts else None), findings


def check_new(folder: CampaignFolder, template: Path) -> None:
    """Refuse a folder that is not empty, unless it was left by the same call.

    Args:
        folder: The folder that is to be made.
        template: The workbook that is to be copied into it.

    Raises:
        ExistingFileError: The folder has another campaign in it, or other files.

    """
    root, text = folder.root, campaign_text(folder.facts).encode("utf-8")
    there = {path.name for path in root.iterdir()} if root.is_dir() else set()
    file = root / CAMPAIGN_FILE
    if file.is_file() and file.read_bytes() != text:
        _refuse_existing(root, "The folder has another campaign in it")
    if folder.template.is_file() and not cmp(folder.template, template, shallow=False):
        _refuse_existing(root, f"The folder has another {folder.template.name} in it")
    ours = {CAMPAIGN_FILE, folder.template.name, _REGISTER, *_ROOMS}
    strangers = {name for name in there - ours if not name.endswith(PART)}
    if strangers and not file.is_file():
        _refuse_existing(root, f"The folder has other files in it, such as {min(strangers)}")


def _put(target: Path, write: Callable[[Path], object]) -> None:
    if not target.exists():
        put_whole(target, write, lasting=False)


def _no_template(template: Path) -> MissingFileError:
    return MissingFileError(
        saw="There is no such template",
        wants="A campaign starts from a workbook that every school's is made from",
        fix="Name the template's file",
        place=str(template),
    )


def _refuse_existing(root: Path, saw: str) -> NoReturn:
    raise ExistingFileError(
        saw=saw,
        wants="A campaign has a folder of its own",
        fix="Choose a new folder",
        place=str(root),
    )


def _not_written(root: Path, error: OSError) -> FileError:
    if isinstance(error, (PermissionError, FileExistsError, NotADirectoryError)):
        return LockedFileError(
            saw=f"{error.filename or root} cannot be written",
            wants="It is a folder that you may write to",
            fix="Choose another folder, or ask for the right to write to it",
            place=str(root),
        )
    return FileError(
        saw=f"The folder cannot be written: {error.strerror or error}",
        wants="The disk has room and takes the name",
        fix="Make room, or choose another folder",
        place=str(root),
    )
