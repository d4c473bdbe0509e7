"""A school's workbook: its sheets in order, its names, its properties."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from xlbudget import __version__
from xlbudget.model.school_answer import SchoolAnswer, opening_answer
from xlbudget.model.school_pack import SchoolPack
from xlbudget.sheets.identity import NONE, Entry, Event, Identity
from xlbudget.sheets.plan import Book, Role
from xlbudget.sheets.school.check import MASTER, check_sheet, master_words
from xlbudget.sheets.school.frame import Frame
from xlbudget.sheets.school.goals import goals_sheet
from xlbudget.sheets.school.lists import NAMES, lists_sheet
from xlbudget.sheets.school.my_lines import my_lines_sheet
from xlbudget.sheets.school.my_money import my_money_sheet
from xlbudget.sheets.school.sizes import Sizes, counts_of, refuse_what_does_not_fit
from xlbudget.sheets.school.start import BASE_YEAR, TITLE, start_sheet
from xlbudget.sheets.service_sheets import log_of, manifest_of, scratch_sheet

TEMPLATE = "xlbudget school"
NAMED = "School budget "  # so begins the title among the properties of each school's file
EPOCH = date(2026, 7, 1)  # the day a workbook is dated when its district names none
NOBODY = Identity(template=TEMPLATE)


def school_book(
    pack: SchoolPack,
    answer: SchoolAnswer | None = None,
    *,
    sizes: Sizes | None = None,
    identity: Identity = NOBODY,
) -> Book:
    """Return the workbook of a school as data.

    Its tables, rows and formulas hang on the sizes and the years of the plan alone.

    Args:
        pack: What the district gives the school.
        answer: What the school states; when left out, every line of last year is kept.
        sizes: How many rows the tables have.
        identity: Which workbook it is; without one it is nobody's, as a template is.

    Raises:
        ShapeError: The school has more of something than there is room for.
        UnknownChoiceError: The answer has a line whose id the workbook has no row for.

    """
    given = opening_answer(pack) if answer is None else answer
    room = sizes or Sizes()
    refuse_what_does_not_fit(pack.school.school_id, counts_of(pack, given), room)
    frame = Frame(pack, given, room)
    named = replace(identity, school_id=pack.school.school_id or NONE)
    inner = (
        goals_sheet(frame),
        my_lines_sheet(frame),
        my_money_sheet(frame),
        check_sheet(frame),
        scratch_sheet(),
        lists_sheet(frame, (BASE_YEAR, MASTER)),
        log_of(identity.entries or (_made(pack, identity),)),
    )
    district = pack.district
    roles = ((TITLE, Role.ABOUT), *((sheet.title, sheet.role) for sheet in inner))
    nces_id = district.nces_id or NONE
    manifest = manifest_of(named, __version__, district.name, nces_id, roles)
    contents = tuple(sheet.title for sheet in (*inner, manifest))
    return Book(
        title=f"{NAMED}{district.base_fiscal_year} · {pack.school.name}",
        subject="A school's part of the digital learning budget: goals, lines, money",
        author="xlbudget",
        sheets=(start_sheet(frame, contents), *inner, manifest),
        names=(BASE_YEAR, *NAMES, MASTER),
        opens_on=TITLE,
        created=district.as_of or EPOCH,
        edition=identity.edition,
        master=master_words(frame),
        locks_structure=True,
    )


def _made(pack: SchoolPack, identity: Identity) -> Entry:
    made = f"Made by xlbudget {__version__} from template {identity.template} {identity.version}"
    return Entry(pack.district.as_of or EPOCH, Event.GENERATED, made)
