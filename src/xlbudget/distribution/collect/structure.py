"""What people or programs did to a workbook's formulas, sheets and tables since it was issued."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from xlbudget.distribution.collect.code import CollectCode
from xlbudget.model.fault import shown
from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.workbook.lint.profile import Profile
from xlbudget.workbook.lint.rule import LintRule
from xlbudget.workbook.lint.run import LINT_RULES, findings_of
from xlbudget.workbook.lint.subject import Subject
from xlbudget.workbook.read import Book, ErrorValue, Sheet
from xlbudget.workbook.read.address import parted
from xlbudget.workbook.spelling import spelled
from xlbudget.workbook.stamp import ADDED, GONE, Change, changed_sheets, read_stamp
from xlbudget.workbook.stamp.shape import GROWING

ASKED = {
    "F15": Severity.WARNING,
    "S05": Severity.WARNING,
    "S13": Severity.WARNING,
    "S14": Severity.FATAL,
}
"""Rules of workbooks that are asked of an answer, and what they weigh in it: error values, hidden
sheets, links to other workbooks; macros are refused."""

_RULES = tuple(rule for rule in LINT_RULES if rule.code in ASKED)
_DEEP = {"F15", "S13"}
"""Rules that go through all cells; not asked when these hold no error, and formulas are ours."""

_CHEAP = tuple(rule for rule in _RULES if rule.code not in _DEEP)
_MOST_CELLS = 10
_AS_ISSUED = "The structure of a workbook stays as it was issued"
_HARMLESS = "Nothing needs to be done: the entries are read, and figures are calculated anew"
_TAKE = "Put it back as it was issued; the figures that count are calculated anew"


def structure_findings(book: Book, template: Book, name: str) -> tuple[Finding, ...]:
    """Return what differs in a workbook from what was issued, with cells, and what it carries.

    Args:
        book: The workbook that came back.
        template: The campaign's template.
        name: The file as it came back.

    """
    is_as_issued = _says(book) == _template_says(template)
    is_clean = is_as_issued and not _has_links(book) and not _has_errors(book)
    asked = _CHEAP if is_clean else _RULES
    carried = tuple(_carried(book, name, asked))
    if is_as_issued:
        return carried
    if not any(sheet.tables for sheet in book.sheets):
        return (*carried, _no_tables(name))
    roles = read_stamp(book).roles
    changes = changed_sheets(book)
    return (*carried, *(one for it in changes for one in _told(it, book, template, name, roles)))


def _says(book: Book) -> list[object]:
    """Return all that makes the structure of a workbook, word for word.

    Most answers have it as the template has it, so that nothing has to be reckoned.
    """
    names = {one.name: one.refers for one in book.names if one.sheet is None}
    own = {key: value for key, value in names.items() if not key.startswith("_xl")}
    return [own, *map(_says_sheet, book.sheets)]


def _says_sheet(sheet: Sheet) -> tuple[object, ...]:
    tables = [(one.name, one.ref, [column.name for column in one.columns]) for one in sheet.tables]
    return sheet.name, tables, sheet.cells.formulas


_template_says = lru_cache(maxsize=2)(_says)  # the same for thousands of answers


def _has_errors(book: Book) -> bool:
    return any(ErrorValue in set(map(type, sheet.cells.values.values())) for sheet in book.sheets)


def _has_links(book: Book) -> bool:
    return any("externalLink" in part for part in book.package.members)


def _carried(book: Book, name: str, rules: Sequence[LintRule]) -> Iterator[Finding]:
    for one in findings_of(Subject(book, Profile.SCHOOL), rules):
        yield replace(one, severity=ASKED[one.code], place=replace(one.place, file=name))


def _no_tables(name: str) -> Finding:
    return CollectCode.NO_TABLES.about(
        Place(file=name),
        "Another program, such as Google Sheets, saved it without its tables",
        "Tables are found by their headings then",
        _HARMLESS,
        Severity.INFORMATION,
    )


def _told(
    change: Change, book: Book, template: Book, name: str, roles: Mapping[str, str]
) -> Iterator[Finding]:
    ours, theirs = template.sheet(change.sheet), book.sheet(change.sheet)
    found: list[Finding] = []
    if ours is not None and theirs is not None:
        grows = roles.get(change.sheet, "") in GROWING
        found = list(_cells(ours, theirs, name, grows=grows))
    if found:
        yield from found[:_MOST_CELLS]
        if len(found) > _MOST_CELLS:
            saw = f"{len(found) - _MOST_CELLS} more formulas of the sheet are not as they were"
            yield _structure(Place(file=name, sheet=change.sheet), saw, Severity.WARNING)
        return
    is_mild = change.what == ADDED or not change.sheet
    saw = f"{shown(change.sheet)}: {_lower(change.what)}" if change.sheet else change.what
    if change.what == GONE:
        saw = f"The sheet {shown(change.sheet)} is gone, or it was renamed"
    severity = Severity.INFORMATION if is_mild else Severity.WARNING
    yield _structure(Place(file=name, sheet=change.sheet), saw, severity)


def _cells(ours: Sheet, theirs: Sheet, name: str, *, grows: bool) -> Iterator[Finding]:
    """Yield the cells whose formula is not that of the template, where cells do not move."""
    tops = [place[0] for table in ours.tables if (place := parted(table.ref.partition(":")[0]))]
    last = min(tops, default=0) - 1 if grows else 0
    for ref, formula in ours.cells.formulas.items():
        place = parted(ref)
        if place is None or (grows and place[0] > last):
            continue
        there = theirs.cells.formulas.get(ref, "")
        if there and spelled(there) == spelled(formula):
            continue
        yield CollectCode.FORMULA.about(
            Place(file=name, sheet=theirs.name, cell=ref, row=place[0]),
            _what(theirs, ref, there),
            _AS_ISSUED,
            _TAKE,
            Severity.WARNING,
        )


def _what(sheet: Sheet, ref: str, formula: str) -> str:
    value = sheet.cells.values.get(ref)
    if formula:
        return f"The formula was changed to {shown('=' + formula)}"
    if value is None:
        return "The formula was deleted"
    said = f"{value:g}" if isinstance(value, float) else str(value)
    return f"The formula was typed over: the cell holds {shown(said)}"


def _structure(place: Place, saw: str, severity: Severity) -> Finding:
    fix = _TAKE if severity is Severity.WARNING else _HARMLESS
    return CollectCode.STRUCTURE.about(place, saw, _AS_ISSUED, fix, severity)


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
