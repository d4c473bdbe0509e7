"""Damage for any school: the kinds that collecting is tested with, moved to where its rows are."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property

import openpyxl
from openpyxl.utils.cell import coordinate_from_string

from distribution.collect.damage import KINDS
from distribution.collect.hostile import HOSTILE
from distribution.collect.made import LINES
from distribution.play.answers import DEVICES, FIRST_ROW
from distribution.play.typist import Formula, formula_in, type_cells

_NEW_ROW, _WORKING = 12, ("Lists", "N59")  # where the kinds of damage know them
_MEANS = {
    "a-part-of-a-device": ("devices", {"quantity": Fraction(63, 2)}),
    "more-than-is-allocated": ("devices", {"quantity": Fraction(900)}),
    "an-id-that-was-not-given": ("licences", {"line": "MY-{key}"}),
}
"""Kinds that leave a file that counts, and change what one of its lines says."""


@dataclass(frozen=True)
class Harm:
    """One kind of damage: its name, and what collecting must say of it."""

    name: str
    steps: tuple = ()
    bytes_of: object = None  # what is done to the bytes of a hostile file
    state: str = "rejected"
    finding: tuple = ("XLH-01", "", "")

    @property
    def counts(self):
        """Whether a file that is damaged so still counts."""
        return self.state in {"accepted", "accepted with warnings"}

    def changed(self, school):
        """The lines of a school as they are after the damage."""
        which, facts = _MEANS.get(self.name, ("", {}))
        hit = {
            "devices": FIRST_ROW + DEVICES,
            "licences": FIRST_ROW + len(school.last_year),
        }.get(which)
        facts = {
            name: fact.format(key=school.key) if isinstance(fact, str) else fact
            for name, fact in facts.items()
        }
        return [line | facts if line["row"] == hit else line for line in school.lines]


HARMS = (
    *(Harm(one.id, one.values[0], None, one.values[1].value, one.values[2]) for one in KINDS),
    *(Harm(f"hostile-{step.__name__}", (), step) for step in HOSTILE),
)
"""Every kind of damage."""


class _NeedsProgramError(Exception):
    """What is typed is more than a value."""


@dataclass
class Places:
    """Where the rows of a school stand."""

    school: object
    path: object

    def moved(self, sheet, cell):
        """A cell of the kinds of damage as a cell of this school."""
        if (sheet, cell) == _WORKING:
            return self._working
        if sheet != LINES or not cell:
            return cell
        column, row = coordinate_from_string(cell)
        new = FIRST_ROW + len(self.school.last_year)
        return f"{column}{new}" if row == _NEW_ROW else cell

    @cached_property
    def _working(self):
        return formula_in(self.path, LINES, f"I{FIRST_ROW}").partition("!")[2].replace("$", "")

    def value(self, value):
        """A value of the kinds of damage as one of this school."""
        own = {"L1": self.school.last_year[0]["line"], "MY-1": f"MY-{self.school.key}"}
        return own.get(value, value) if isinstance(value, str) else value


def damage(harm, school, path):
    """Damage a school's answer where it stands; return the cell where that is to be found."""
    places = Places(school, path)
    _, sheet, cell = harm.finding
    expected = places.moved(sheet, cell)
    if harm.bytes_of is not None:
        path.write_bytes(harm.bytes_of(path.read_bytes()))
    elif typed := _only_typed(harm, places):
        beside = path.with_suffix(".part")
        type_cells(path, beside, typed)
        beside.replace(path)
    else:
        book = openpyxl.load_workbook(path)
        for step in harm.steps:
            step(_Moved(book, places))
        book.save(path)
    return expected


def _only_typed(harm, places):
    """The cells that a kind of damage types into; None when it does something else as well."""
    note = defaultdict(dict)
    try:
        for step in harm.steps:
            step(_Moved(note, places))
        return {
            sheet: {cell: _plain(value) for cell, value in cells.items()}
            for sheet, cells in note.items()
        }
    except (AttributeError, KeyError, _NeedsProgramError):  # a note has no tabs, rows and columns
        return None


def _plain(value):
    if isinstance(value, date):
        message = "a date needs a format"
        raise _NeedsProgramError(message)
    return Formula(value[1:]) if isinstance(value, str) and value.startswith("=") else value


class _Moved:
    """A workbook, or a note of one, whose cells are looked up where the school has them."""

    def __init__(self, held, places, sheet=""):
        self.__dict__.update(_held=held, _places=places, _sheet=sheet)

    def __getitem__(self, sheet):
        return _Moved(self._held[sheet], self._places, sheet)

    def __setitem__(self, cell, value):
        self._held[self._places.moved(self._sheet, cell)] = self._places.value(value)

    def __delitem__(self, sheet):
        del self._held[sheet]

    def __getattr__(self, name):
        return getattr(self._held, name)

    def __setattr__(self, name, value):
        setattr(self._held, name, value)
