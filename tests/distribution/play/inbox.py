"""What comes back: each school's answer where and when it comes, damaged, doubled, packed."""

import csv
import os
import shutil
import zipfile
from dataclasses import dataclass

from distribution.collect.made import LINES, MONEY
from distribution.play.answers import CHANGED, DEVICES, FIRST_ROW
from distribution.play.district import YEARS
from distribution.play.harm import HARMS, damage
from distribution.play.truth import cents_of
from distribution.play.typist import type_cells

SILENT, TWICE, EARLIER, PACKED, DEEP = 15, 13, 7, 11, 17
"""Every so manieth sound school: sends nothing, one file twice, an earlier one too, and so on."""
_NOON = 1_770_000_000
_COLUMNS = "BCDEF"


@dataclass(frozen=True)
class Sent:
    """A file that came back, and what collecting must say of it."""

    name: str
    school: str
    state: str
    finding: tuple = ()  # code, sheet, cell


def file_names(out):
    """The file name of each school, as the list of what went out tells it."""
    with (out / "manifest.csv").open(encoding="utf-8", newline="") as rows:
        return {row["school_id"]: row["file"] for row in csv.DictReader(rows)}


def send_all(schools, size, out, inbox, office=None):
    """Put what every school sends into the inbox; damaged schools' answers follow the damage.

    Args:
        schools: The schools, with what they answer.
        size: How many files are damaged, and how many a real program fills in.
        out: The folder of what was issued.
        inbox: Where the files go.
        office: The real program.

    Returns:
        Each file with what must be said of it; and the schools whose answer counts.

    """
    names = file_names(out)
    sound, hurt = schools[: -size.damaged], schools[-size.damaged :]
    sent, counted = [], []
    mail = zipfile.ZipFile(inbox / "mail.zip", "w")
    with mail:
        for number, school in enumerate(sound):
            if number % SILENT == SILENT - 1:
                continue
            program = office if number < size.office else None
            sent += _sound(
                number, school, out / names[school.key], inbox=inbox, mail=mail, program=program
            )
            counted.append(school)
    for number, school in enumerate(hurt):
        harm = HARMS[number % len(HARMS)]
        path = inbox / names[school.key]
        _filled(school, out / path.name, path)
        cell = damage(harm, school, path)
        _dated(path, 1)
        sent.append(Sent(path.name, school.key, harm.state, (*harm.finding[:2], cell)))
        if harm.counts:
            school.lines = harm.changed(school)
            counted.append(school)
    return sent, counted


def _sound(number, school, source, *, inbox, mail, program):
    """Send one sound answer, and what else the school sends."""
    if number % DEEP == DEEP - 1:
        (inbox / "North" / "deep").mkdir(parents=True, exist_ok=True)
        path = inbox / "North" / "deep" / source.name
    else:
        path = inbox / source.name
    _typed_in(program, school, source, path) if program else _filled(school, source, path)
    _dated(path, 1)
    name = path.relative_to(inbox).as_posix()
    yield Sent(name, school.key, "accepted")
    if number % EARLIER == EARLIER - 1:
        early = inbox / f"early {source.name}"
        cells = {LINES: {f"G{FIRST_ROW + DEVICES}": CHANGED + 40}}
        type_cells(path, early, cells)
        _dated(early, 0)
        yield Sent(early.name, school.key, "superseded")
    if number % TWICE == TWICE - 1:
        again = inbox / f"copy of {source.name}"
        shutil.copy2(path, again)
        yield Sent(again.name, school.key, "accepted")
    if number % PACKED == PACKED - 1:
        mail.write(path, f"replies/{source.name}", zipfile.ZIP_STORED)
        yield Sent(f"mail.zip/replies/{source.name}", school.key, "accepted")


def _filled(school, source, target):
    """Fill a workbook in quickly; the results that it shows are the generator's."""
    costs = [cents_of(line) for line in school.lines]
    planned = (sum(cost[place] for cost in costs) / 100 for place in range(len(YEARS)))
    shown = {f"{column}11": value for column, value in zip(_COLUMNS, planned, strict=True)}
    type_cells(source, target, school.cells, {MONEY: shown})


def _typed_in(office, school, source, target):
    """Have a real program open a workbook, type what the school types, and save it."""
    handle = office.open(source)
    for sheet, cells in school.cells.items():
        for cell, value in cells.items():
            office.set(handle, sheet, cell, f"'{value}" if isinstance(value, str) else value)
    office.save_as(handle, target)
    office.close(handle)


def _dated(path, day):
    os.utime(path, (_NOON + 86_400 * day,) * 2)
