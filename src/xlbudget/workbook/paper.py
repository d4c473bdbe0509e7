"""How a sheet prints: which way the paper lies, how wide it is, what repeats on every page."""

from __future__ import annotations

from itertools import accumulate

from xlbudget.sheets.layout import OWN_WIDTH
from xlbudget.workbook.page import Page

LETTER = 1
UPRIGHT_COLUMNS = 8  # wider sheets lie on their side
PAPER_PIXELS = 860  # of a letter page turned, within its margins, with room for other fonts


def set_up_paper(page: Page) -> None:
    """Set how a sheet prints, and what stays in view on the screen."""
    file, sheet, tables = page.file, page.sheet, page.placed.tables
    columns = max((len(placed.table.columns) for placed in tables), default=UPRIGHT_COLUMNS)
    wide = sheet.print_columns or max(columns, _reach(page))
    file.set_paper(LETTER)
    file.set_margins(0.5, 0.5, 0.5, 0.6)
    file.set_footer("&L&A&RPage &P of &N")
    if sheet.landscape or wide > UPRIGHT_COLUMNS:
        file.set_landscape()
    if sheet.pages:
        _break_pages(page)
    else:
        file.fit_to_pages(1, 0)
    file.print_area(0, 0, max(page.placed.last_row, 1), max(wide - 1, 1))
    if len(tables) == 1:
        file.repeat_rows(tables[0].header_row)
    if page.filled and sheet.frozen_columns and tables:
        file.freeze_panes(tables[0].header_row + 1, sheet.frozen_columns)


def _break_pages(page: Page) -> None:
    """Print each row of charts on its own page: breaks hold only with a fixed scale."""
    pixels = sum(width * 7 + 5 for width in page.widths)
    page.file.set_print_scale(min(100, int(PAPER_PIXELS / pixels * 100)))
    rows = sorted({item.row for item in page.placed.charts})
    page.file.set_h_pagebreaks(rows[1 : page.sheet.pages])


def _reach(page: Page) -> int:
    """Return how many columns the longest sentence runs over."""
    said = [str(judgement.value) for judgement in page.sheet.judgements]
    texts = [page.sheet.says, *said, *(placed.table.says for placed in page.placed.tables)]
    longest = max(len(words) for words in texts)
    reached = list(accumulate(page.widths))
    missing = max(0.0, longest - reached[-1]) / OWN_WIDTH
    within = sum(width < longest for width in reached) + 1
    return min(within, len(reached)) + int(missing + 0.99)
