"""Writing the sample workbook, against plain XlsxWriter writing the same cells without our logic.

Goal: at most 1.5 times.  The peer replays every call that our writer made (cells, formats,
tables, validations, conditional formats, widths, charts) on XlsxWriter's own classes.
"""

import tempfile
from pathlib import Path

from interleaved import compare
from xlsxwriter import Workbook
from xlsxwriter.chart import Chart
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

import xlbudget
from xlbudget.model.rules import findings_of
from xlbudget.sheets.book import district_book
from xlbudget.workbook import charts, package
from xlbudget.workbook.write import write_book

SAMPLE = Path(__file__).parent.parent / "examples" / "riverbend"
CALLS = [
    "write_string",
    "write_number",
    "write_blank",
    "write_formula",
    "write_datetime",
    "write_url",
    "set_column",
    "set_row",
    "add_table",
    "data_validation",
    "conditional_format",
    "set_paper",
    "set_margins",
    "set_footer",
    "set_landscape",
    "fit_to_pages",
    "print_area",
    "repeat_rows",
    "freeze_panes",
    "protect",
    "hide_gridlines",
    "set_tab_color",
    "set_print_scale",
    "set_h_pagebreaks",
]


class Recorder:
    """Keeps every call on a sheet, in order, with formats as the properties they were made of."""

    def __init__(self):
        self.sheets, self.calls, self.formats, self.depth = [], [], {}, 0

    def install(self):
        for name in CALLS:
            setattr(package.PlainSheet, name, self._recording(name))
        look = package.BudgetWorkbook.look

        def kept(workbook, style, properties):
            made = look(workbook, style, properties)
            self.formats[id(made)] = (made, dict(properties))
            return made

        package.BudgetWorkbook.look = kept
        add_sheet = package.BudgetWorkbook.add_sheet

        def added(workbook, title):
            self.sheets.append(title)
            return add_sheet(workbook, title)

        package.BudgetWorkbook.add_sheet = added

    def _recording(self, name):
        original = getattr(Worksheet, name)

        def record(page, *args, **kwargs):
            if self.depth == 0:
                self.calls.append((page.name, name, args, kwargs))
            self.depth += 1
            try:
                return original(page, *args, **kwargs)
            finally:
                self.depth -= 1

        return record


def replay(recorder, layout, path):
    """Write the recorded calls with XlsxWriter's own classes."""
    workbook = Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False})
    formats = {key: workbook.add_format(facts) for key, (_, facts) in recorder.formats.items()}
    anonymous = workbook.add_format({"bold": True})

    def own(value):
        if isinstance(value, Format):
            return formats.get(id(value), anonymous)
        if isinstance(value, dict):
            return {key: own(item) for key, item in value.items()}
        if isinstance(value, list):
            return [own(item) for item in value]
        return value

    pages = {title: workbook.add_worksheet(title) for title in recorder.sheets}
    for title, name, args, kwargs in recorder.prepared or [
        (t, n, [own(a) for a in args], own(kw)) for t, n, args, kw in recorder.calls
    ]:
        getattr(pages[title], name)(*args, **kwargs)
    for placed in layout.sheets:
        for item in placed.charts:
            chart: Chart = charts._drawn(workbook, layout, item.chart)  # noqa: SLF001
            pages[placed.sheet.title].insert_chart(item.row + 1, item.column, chart)
    for name in layout.book.names:
        workbook.define_name(name.name, layout.formula("=" + name.refers.lstrip("="), ""))
    workbook.close()


def main():
    """Compare, and say whether the goal is met."""
    from xlbudget.sheets.layout import Layout  # noqa: PLC0415 - after the recorder is built

    budget = xlbudget.load(SAMPLE)
    book = district_book(budget, findings_of(budget))
    layout = Layout(book)
    folder = Path(tempfile.mkdtemp())
    originals = dict(vars(package.PlainSheet)), package.BudgetWorkbook.look
    add_sheet = package.BudgetWorkbook.add_sheet
    recorder = Recorder()
    recorder.prepared = None
    recorder.install()
    write_book(book, folder / "recorded.xlsx")
    for name in CALLS:
        delattr(package.PlainSheet, name)
    package.BudgetWorkbook.look, package.BudgetWorkbook.add_sheet = originals[1], add_sheet
    cells = sum(name.startswith("write") for _, name, _, _ in recorder.calls)
    print(f"{cells:,} cells on {len(recorder.sheets)} sheets")
    medians = compare(
        5,
        plain_xlsxwriter=lambda: replay(recorder, layout, str(folder / "plain.xlsx")),
        xlbudget_write=lambda: write_book(book, folder / "ours.xlsx"),
        xlbudget_all=lambda: write_book(
            district_book(budget, findings_of(budget)), folder / "all.xlsx"
        ),
    )
    ratio = medians["xlbudget_all"] / medians["plain_xlsxwriter"]
    print(f"goal: at most 1.5 x; analysis, sheets and writing together take {ratio:.2f} x")


if __name__ == "__main__":
    main()
