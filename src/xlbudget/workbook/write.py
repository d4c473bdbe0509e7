"""Write a book: every block at its place, every calculated cell with formula and value."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from xlbudget.sheets.layout import (
    LABEL_ROW,
    MASTER_ROW,
    SAYS_ROW,
    TITLE_ROW,
    Layout,
    judgement_row,
)
from xlbudget.sheets.plan import Book, Headline
from xlbudget.workbook import look
from xlbudget.workbook.block import write_block
from xlbudget.workbook.charts import insert_charts
from xlbudget.workbook.package import BudgetWorkbook
from xlbudget.workbook.page import Page, equal
from xlbudget.workbook.paper import set_up_paper
from xlbudget.workbook.stamp.of_plan import with_digests

MASTER_NAME = "MasterCheck"
TITLE_HEIGHT, LABEL_HEIGHT, FIGURE_HEIGHT = 24, 30, 22
ALLOWED = {
    "select_locked_cells": True,
    "select_unlocked_cells": True,
    "format_columns": True,
    "format_rows": True,
    "autofilter": True,
}


def write_book(book: Book, path: Path) -> None:
    """Write a book to a new file; its Manifest tells the digests of its structure.

    Args:
        book: The workbook as data.
        path: Where the file goes; a file that stands there is replaced.

    """
    layout = Layout(with_digests(book))
    workbook = BudgetWorkbook(path, lock_structure=book.locks_structure)
    workbook.set_properties(
        {
            "title": book.title,
            "subject": book.subject,
            "author": book.author,
            "company": "",
            "comments": "Made by xlbudget. Every calculated cell carries its formula.",
            "created": datetime.combine(book.created, datetime.min.time()),
        }
    )
    workbook.set_size(2400, 1400)
    pages = [
        Page(workbook, workbook.add_sheet(placed.sheet.title), layout, placed)
        for placed in layout.sheets
    ]
    for name in book.names:
        workbook.define_name(name.name, layout.formula(equal(name.refers), ""))
    for page in pages:
        _write_sheet(page)
        if page.sheet.title == book.opens_on:
            page.file.activate()
    workbook.close()


def _write_sheet(page: Page) -> None:
    page.file.hide_gridlines(2)
    page.file.set_tab_color(look.TABS[page.sheet.role])
    for i, width in enumerate(page.widths):
        page.file.set_column(i, i, width)
    _write_head(page)
    for placed in page.placed.tables:
        write_block(page, placed)
    insert_charts(page.workbook, page.file, page.layout, page.placed)
    set_up_paper(page)
    if page.sheet.protected:
        page.file.protect("", ALLOWED)


def _write_head(page: Page) -> None:
    """Write what every sheet begins with: title, purpose, master check, headlines, judgements."""
    sheet = page.sheet
    page.file.set_row(TITLE_ROW, TITLE_HEIGHT)
    page.words(TITLE_ROW, sheet.title, look.title())
    page.words(SAYS_ROW, sheet.says, look.prose())
    strong = page.format(look.strong())
    if page.layout.book.master:
        page.calculate(MASTER_ROW, 0, f"={MASTER_NAME}", page.layout.book.master, strong)
    for i, headline in enumerate(sheet.headlines):
        _write_headline(page, headline, i)
    for i, judgement in enumerate(sheet.judgements):
        page.put(judgement_row(sheet) + i, 0, judgement, strong)


def _write_headline(page: Page, headline: Headline, number: int) -> None:
    line, column = divmod(number, page.sheet.headlines_across)
    row = LABEL_ROW + 2 * line
    page.file.set_row(row, LABEL_HEIGHT)
    page.file.set_row(row + 1, FIGURE_HEIGHT)
    page.file.write_string(row, column, headline.label, page.format(look.figure_label()))
    page.put(row + 1, column, headline.cell, page.format(look.figure(headline.form)))
