"""A template is opened: where it has what a school's workbook has, its room, and its faults."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from xlbudget.distribution.issue.code import IssueCode
from xlbudget.distribution.issue.probe_pack import probe_pack
from xlbudget.distribution.issue.school_template import SchoolTemplate
from xlbudget.model.finding import Finding, Place, Severity, worst
from xlbudget.sheets.layout import Layout, Spot
from xlbudget.sheets.plan import Book as Plan
from xlbudget.sheets.school import Sizes, empty_pack, goals, my_lines, school_book
from xlbudget.sheets.school.book import NAMED
from xlbudget.sheets.service_sheets import MANIFEST, ROLES
from xlbudget.workbook.fill import Value, prepare
from xlbudget.workbook.fill.alt_texts import alt_texts
from xlbudget.workbook.fill.charts import settled_boxes, settled_charts
from xlbudget.workbook.fill.compared import compare_formulas
from xlbudget.workbook.fill.heads import heads_of
from xlbudget.workbook.fill.match import lacking, name_faults, size_faults
from xlbudget.workbook.fill.plan_cells import plan_cells
from xlbudget.workbook.fill.probe import probe_identity
from xlbudget.workbook.fill.spots import Spots, find_spots
from xlbudget.workbook.fill.stencil import stencil
from xlbudget.workbook.fill.title import title_of
from xlbudget.workbook.read import Book, open_book
from xlbudget.workbook.read.address import parted
from xlbudget.workbook.stamp import read_stamp

_FACTOR = re.compile(r"Factor ([0-9]{1,2})")
_ITEMS, _SOURCES, _LAST_YEAR = "Items", "Sources", "LastYear"
_FIX = "Leave --template out, or extend a template that xlbudget issue made: template.xlsx"


def open_school_template(path: Path) -> tuple[SchoolTemplate | None, tuple[Finding, ...]]:
    """Return a template that is ready for schools, and every finding about it.

    Args:
        path: A school's empty workbook, branded and extended as the office likes.

    Returns:
        The template, or None when a finding is fatal; and the findings.

    Raises:
        FileError: The file is not there, is held by another program, or is no workbook.

    """
    book = open_book(path)
    first = find_spots(school_book(empty_pack(1)), book)
    years = _years(book, first.tables.get(_ITEMS))
    if not years or first.lacks:
        return None, _ours(_gone(first, book))
    sizes = _sizes(first.tables)
    plan = school_book(empty_pack(years), sizes=sizes)
    spots = find_spots(plan, book)
    if lacks := tuple(lacking(plan, spots, path.name)):
        return None, _ours(lacks)
    layout = Layout(plan, spots.tables)
    wrong = (*size_faults(layout, spots, path.name), *name_faults(layout, book))
    if worst(wrong) is Severity.FATAL:
        return None, _ours(wrong)
    return _ready(book, plan, spots, sizes, years)


def _ready(
    book: Book, plan: Plan, spots: Spots, sizes: Sizes, years: int
) -> tuple[SchoolTemplate, tuple[Finding, ...]]:
    other = school_book(probe_pack(years, sizes), sizes=sizes, identity=probe_identity())
    layout = Layout(plan, spots.tables)
    heads = heads_of(layout, spots.tabs, book)
    cells = list(plan_cells(layout))
    compared = compare_formulas(cells, layout, heads, book)
    changing = {*spots.tabs.values(), *compared.own}
    settled = {**settled_charts(book.package, changing), **settled_boxes(book.package)}
    places = [heads.at(cell) for cell in cells]
    template = SchoolTemplate(
        stencil=stencil(
            prepare(book.path, settled),
            places=[None if at in compared.typed_over else at for at in places],
            # A cell that says the same in every school's workbook is left as the template has it,
            # for the office may have put it otherwise.
            words=list(_words(plan, other, spots)),
            # Formulas that are not ours: their stored results go.
            emptied=compared.other | compared.spoiled | compared.owned,
        ),
        alts=alt_texts(book.package, settled, plan),
        title=title_of(book.package, NAMED),
        stamp=read_stamp(book),
        sizes=sizes,
        years=years,
    )
    return template, compared.findings


def _words(plan: Plan, other: Plan, spots: Spots) -> Iterator[tuple[Value, ...]]:
    """Yield for each cell what it says whatever the school is; nothing where that differs."""
    pairs = zip(*(plan_cells(Layout(each, spots.tables)) for each in (plan, other)), strict=True)
    for cell, twin in pairs:
        # The digests are blank in a book: they are the template's own.
        is_text = isinstance(cell.value, str) or cell.unit in {MANIFEST, ROLES}
        is_word = is_text and not cell.formula and not cell.is_input and cell.value == twin.value
        yield (cell.value,) if is_word else ()


def _years(book: Book, items: Spot | None) -> int:
    """Return of how many years the template has columns; 0 when it has none."""
    sheet = book.sheet(items.sheet) if items else None
    if items is None or sheet is None:
        return 0
    row = items.header_row + 1
    found = (
        int(factor[1])
        for ref, value in sheet.cells.values.items()
        if isinstance(value, str) and (factor := _FACTOR.fullmatch(value))
        if (place := parted(ref)) and place[0] == row
    )
    return max(found, default=0)


def _sizes(spots: Mapping[str, Spot]) -> Sizes:
    lines = spots[_LAST_YEAR].rows
    return Sizes(
        lines=lines,
        spare_lines=spots[my_lines.TABLE].rows - lines,
        goals=spots[goals.OWN].rows,
        district_goals=spots[goals.DISTRICT].rows,
        items=spots[_ITEMS].rows - 1,
        sources=spots[_SOURCES].rows,
    )


def _gone(first: Spots, book: Book) -> tuple[Finding, ...]:
    names = ", ".join(sorted(first.lacks)) or "the columns of years"
    place = Place(file=book.path.name)
    saw = f"The workbook lacks what a school's has: {names}"
    return (IssueCode.TEMPLATE.about(place, saw, "A template is a school's empty workbook", _FIX),)


def _ours(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return findings of a template with what an office can do about them."""
    return tuple(replace(item, code=IssueCode.TEMPLATE.value, fix=_FIX) for item in findings)
