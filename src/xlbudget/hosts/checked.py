"""One workbook or folder that was checked: what it is, what was found, or why it was not read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from xlbudget.errors import UnreadableFileError
from xlbudget.hosts.exits import ExitCode, exit_code_of
from xlbudget.hosts.given import is_book
from xlbudget.hosts.guard import in_words, put_traceback
from xlbudget.model.finding import Severity, worst
from xlbudget.model.folder import load_folder
from xlbudget.workbook.lint import Profile
from xlbudget.workbook.lint.suppress import Judged
from xlbudget.workbook.lint.whole import judge_workbook, judged_beside

TO_DO = (Severity.FATAL, Severity.WARNING)


class Kind(StrEnum):
    """What was checked."""

    FOLDER = "district folder"
    BUDGET = "budget workbook"
    WORKBOOK = "workbook"
    NOT_READ = "not read"


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of a workbook or a folder.

    Attributes:
        path: As the person named it.
        kind: What it is; of a budget workbook the rules of budgets were asked too.
        profile: What the workbook was judged as; None for a folder.
        judged: What was found.
        refusal: Why it could not be read, in words; "" when it was.
        code: The exit code of it alone.

    """

    path: Path
    kind: Kind
    profile: Profile | None = None
    judged: Judged = Judged()
    refusal: str = ""
    code: ExitCode = ExitCode.OK

    @property
    def name(self) -> str:
        """The path as it is shown: on one line, whatever its letters are."""
        return on_one_line(str(self.path))


def check_path(
    path: Path, profile: Profile | None = None, recalculated: Path | None = None
) -> Checked:
    """Return what is found in a workbook or a district folder, explanations beside it included.

    Args:
        path: The workbook or folder; it is never changed.
        profile: What a workbook is meant to be; what its Manifest says, unless it is given.
        recalculated: A copy of the workbook that another program calculated anew.

    Raises:
        FileError: It is not there, or it cannot be read.

    """
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise UnreadableFileError(
            saw="It is no file that can be read from its beginning to its end",
            wants="A workbook or a district folder is checked",
            fix="Copy the workbook to a folder, and name the copy",
            place=str(path),
        )
    if not is_book(path):
        judged = judged_beside(path, load_folder(path)[1])
        return Checked(path, Kind.FOLDER, None, judged, code=_code(judged))
    whole = judge_workbook(path, profile, recalculated=recalculated)
    kind = Kind.BUDGET if whole.has_budget else Kind.WORKBOOK
    return Checked(path, kind, whole.profile, whole.judged, code=_code(whole.judged))


def check_or_refuse(path: Path, profile: Profile | None = None) -> Checked:
    """Return what is found in a workbook or folder, or why it was not read: nothing is raised."""
    try:
        return check_path(path, profile)
    except Exception as error:  # noqa: BLE001 - one bad file must not stop the others
        put_traceback()
        told = on_one_line(in_words(error))
        return Checked(path, Kind.NOT_READ, refusal=told, code=exit_code_of(error))


def on_one_line(text: str) -> str:
    """Return a text with a question mark for each letter that has no shape of its own."""
    return "".join(letter if letter.isprintable() else "?" for letter in text)


def _code(judged: Judged) -> ExitCode:
    return ExitCode.FINDINGS if worst(judged.findings) in TO_DO else ExitCode.OK
