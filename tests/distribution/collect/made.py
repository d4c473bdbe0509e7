"""A campaign of one small district that was issued, and answers typed into its files."""

import os
import shutil
import zipfile
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from hashlib import sha256
from pathlib import Path

import openpyxl

from distribution import moments
from school_answers import REASON, school_budget
from xlbudget.distribution.campaign import open_campaign
from xlbudget.distribution.collect import Order, collect
from xlbudget.distribution.collect.desk import desk_of
from xlbudget.distribution.collect.judged_file import Task, judged_file
from xlbudget.distribution.inbox import Reply
from xlbudget.distribution.issue import Order as IssueOrder
from xlbudget.distribution.issue import issue
from xlbudget.distribution.register import open_register

AT = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
BY = "central office"
LINES, MONEY, CHECK = "My lines", "My money", "Check and send"
S1, S2 = "Clearwater-Elementary_S1.xlsx", "Other-school_S2.xlsx"
TYPED = (
    (LINES, "C9", "Change"),
    (LINES, "G9", 31),
    (LINES, "C10", "Drop"),
    (LINES, "D12", "I2 · Reading licence (16.50)"),
    (LINES, "G12", 10),
    (LINES, "J12", "G2 · Small-group reading every day"),
    (LINES, "L12", REASON),
    (CHECK, "B9", "Dana"),
    (CHECK, "B10", "Principal"),
    (CHECK, "B11", date(2026, 2, 27)),
)
"""What a person at S1 types: one line changed, one dropped, one new, and signed."""


STATES = {
    "North/first.xlsx": "superseded",
    "North/the same.xlsx": "superseded",
    "Other-school_S2.xlsx": "accepted with warnings",
    "broken.xlsx": "rejected",
    "later.xlsx": "accepted",
    "letter.pdf": "rejected",
    "mail.zip/../../evil.xlsx": "rejected",
    "mail.zip/deep/again.xlsx": "accepted with warnings",
}
"""How the files of ``fill_inbox`` end."""


@dataclass(frozen=True)
class Issued:
    """A campaign that went out, and nothing has come home."""

    root: Path

    @property
    def folder(self):
        """Its folder."""
        return open_campaign(self.root)[0]

    @property
    def out(self):
        """What went out."""
        return self.root / "out"

    @property
    def inbox(self):
        """What comes home."""
        return self.root / "inbox"

    @cached_property
    def desk(self):
        """What its files are judged by."""
        return desk_of(self.folder, None)

    def judge(self, path, name=S1):
        """What comes of one file alone."""
        data = path.read_bytes()
        copies = path.parent / "copies"
        digest = sha256(data).hexdigest()
        place = copies / digest[:2] / f"{digest}.xlsx"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
        reply = Reply((name,), digest, len(data), AT, copies)
        return judged_file(Task(reply, self.desk))

    def collect(self, *, where=None, **options):
        """Collect as the office would."""
        with open_register(where or self.root, at=AT) as register:
            return collect(self.folder, register, Order(**options), at=AT, by=BY)


def issued(root, budget=None, **options):
    """Issue to the schools of the small district."""
    issue(IssueOrder(root=root, **options), budget or school_budget(), at=AT, by=BY)
    return Issued(root)


def type_in(source, target, *steps, typed=TYPED):
    """Open a workbook with openpyxl, type what a person types, do some steps, and save it."""
    book = openpyxl.load_workbook(source)
    for sheet, cell, value in typed:
        book[sheet][cell] = value
    for step in steps:
        step(book)
    book.save(target)
    return target


def fill_inbox(inbox, source, answer):
    """Put a mixed lot into an inbox: sound, again, later, in a zip, and no workbook at all."""
    (inbox / "North").mkdir(parents=True)
    for number, (name, path) in enumerate(
        {"North/first.xlsx": answer, "North/the same.xlsx": answer, S2: source / S2}.items()
    ):
        shutil.copy(path, inbox / name)
        os.utime(inbox / name, (1_770_000_000 + number, 1_770_000_000 + number))
    later = type_in(answer, inbox / "later.xlsx", put_quantity, typed=())
    os.utime(later, (1_780_000_000, 1_780_000_000))
    (inbox / "broken.xlsx").write_bytes(answer.read_bytes()[:5000])
    (inbox / "letter.pdf").write_bytes(b"%PDF-1.7 Dear office")
    os.utime(inbox / "broken.xlsx", (1_770_000_000, 1_770_000_000))
    os.utime(inbox / "letter.pdf", (1_770_000_000, 1_770_000_000))
    with zipfile.ZipFile(inbox / "mail.zip", "w") as package:
        package.writestr(zipfile.ZipInfo("../../evil.xlsx"), answer.read_bytes())
        package.writestr(zipfile.ZipInfo("deep/again.xlsx"), (source / S2).read_bytes())


def put_quantity(book):
    """Ask for one device more."""
    book[LINES]["G9"] = 32


def bytes_of(folder):
    """The bytes and the time of every file of a folder."""
    return {
        str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def dated(path, day):
    """Give a file a time of its own, by days."""
    os.utime(path, (1_770_000_000 + 86_400 * day,) * 2)


def collect_counted(root, where=None):
    """Collect, and return at how many moments the run could be ended."""
    return moments.counted(root, lambda: Issued(Path(root)).collect(where=where))


def collect_killed(root, moment):
    """Collect, and be killed at a moment."""
    moments.killed(root, lambda: Issued(Path(root)).collect(), moment)
