"""Carry out edits on a workbook's file: input cells first, then the results that follow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from xlbudget.actions.edit import Edit
from xlbudget.workbook.act.alike import same
from xlbudget.workbook.act.calculate_on_opening import calculate_on_opening
from xlbudget.workbook.act.located import Located, located
from xlbudget.workbook.act.results import At, Results, results_of
from xlbudget.workbook.act.standing import Standing, standing_of
from xlbudget.workbook.act.typed_in import TypedIn, typed_in
from xlbudget.workbook.act.unmatched import unmatched
from xlbudget.workbook.fill import Value
from xlbudget.workbook.fill.alt_texts import alt_texts
from xlbudget.workbook.fill.charts import settled_boxes, settled_charts
from xlbudget.workbook.fill.match import match
from xlbudget.workbook.intake import budget_in
from xlbudget.workbook.read import Book, open_book


@dataclass(frozen=True, slots=True)
class Applied:
    """What carrying out edits came to.

    Attributes:
        data: The bytes of the workbook.
        edits: The input cells that were edited, with their places.
        results: What became of the stored results.

    """

    data: bytes
    edits: tuple[Located, ...]
    results: Results


def apply(
    book: Book,
    edits: Sequence[Edit],
    *,
    standing: Standing | None = None,
    known: Mapping[At, Value] | None = None,
) -> Applied:
    """Return a workbook as it is after some edits, its results calculated anew.

    Only the cells of the edits change, and the stored results that follow.  No input cell is ever
    given a result.

    Args:
        book: The workbook; its file stays as it is.
        edits: The edits; none to calculate only.
        standing: Where its tables stand, when that is known already.
        known: Results that are known otherwise, such as those of a copy with the same inputs.

    Raises:
        InputError: A table has not rows enough, or a cell cannot take its value.
        UnknownChoiceError: There is no such table, column or named cell.
        FileError: A part of the workbook is damaged.

    """
    file = book.path.name
    standing = standing or standing_of(book)
    places = located(edits, standing, file=file)
    with TemporaryDirectory() as folder:
        path = Path(folder) / file
        typed = typed_in(book, places, known)
        typed.write(path)
        edited = open_book(path)
        results = _results(edited, standing, places, known or {})
        _write_calculated(typed, edited, results, path)
        return Applied(path.read_bytes(), places, results)


def _results(
    book: Book, standing: Standing, places: Sequence[Located], known: Mapping[At, Value]
) -> Results:
    edited = {(one.sheet, one.cell): one.table for one in places}
    found, _ = match(book)
    if found is None:
        return unmatched(book, standing, edited)
    return results_of(book, found, budget_in(book), edited, known)


def _write_calculated(typed: TypedIn, book: Book, results: Results, out: Path) -> None:
    """Write a workbook with its results, and without the copies of old ones in its charts."""
    news = _news(book, results)
    tabs = {tab for tab, _ in news}
    settled = {**settled_charts(book.package, tabs), **settled_boxes(book.package)} if tabs else {}
    parts: dict[str, bytes] = {}
    if results.plan is not None and tabs:
        parts |= alt_texts(book.package, settled, results.plan).told(results.plan)
    if results.dropped or results.typed:
        parts |= calculate_on_opening(book)
    if news or parts:
        typed.write(out, news, settled=settled, parts=parts)


def _news(book: Book, results: Results) -> dict[At, Value]:
    """Return the cells whose stored result becomes another one, or goes."""
    now = {sheet.name: sheet.cells.values for sheet in book.sheets}
    others = ((at, value) for at, value in results.values.items() if at not in results.dropped)
    changed = {(tab, ref): it for (tab, ref), it in others if not same(it, now[tab].get(ref))}
    return {**dict.fromkeys(results.dropped), **changed}
