"""What XlsxWriter has no call for: named styles, a language, a locked structure.

Small subclasses of a pinned library; the Open XML SDK validator proves what they write.
"""

from __future__ import annotations

from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.core import Core
from xlsxwriter.format import Format
from xlsxwriter.packager import Packager
from xlsxwriter.styles import Styles

from xlbudget.workbook.look import NORMAL, STYLES, Properties, Style
from xlbudget.workbook.sheet import PlainSheet

LANGUAGE = "en-US"


class NamedStyles(Styles):  # type: ignore[misc] # XlsxWriter ships no types
    """The styles part, with our named cell styles beside Normal."""

    named: dict[str, Format]

    def _write_cell_style_xfs(self) -> None:
        self._xml_start_tag("cellStyleXfs", [("count", len(self.named) + 1)])
        for xf in (self.xf_formats[0], *self.named.values()):
            facts = [
                ("numFmtId", xf.num_format_index),
                ("fontId", xf.font_index),
                ("fillId", xf.fill_index),
                ("borderId", xf.border_index),
            ]
            self._xml_empty_tag("xf", facts)
        self._xml_end_tag("cellStyleXfs")

    def _write_cell_styles(self) -> None:
        used = [style for style in STYLES if style is NORMAL or style.name in self.named]
        order = {name: i + 1 for i, name in enumerate(self.named)}
        self._xml_start_tag("cellStyles", [("count", len(used))])
        for style in used:
            known = [] if style.builtin is None else [("builtinId", style.builtin)]
            facts = [("name", style.name), ("xfId", order.get(style.name, 0)), *known]
            self._xml_empty_tag("cellStyle", facts)
        self._xml_end_tag("cellStyles")


class ToldCore(Core):  # type: ignore[misc] # XlsxWriter ships no types
    """The document properties, with the language that readers speak the words in."""

    def _write_dc_description(self) -> None:
        super()._write_dc_description()
        self._xml_data_element("dc:language", LANGUAGE)


class NamedPackager(Packager):  # type: ignore[misc] # XlsxWriter ships no types
    """The packager, writing named styles and the language."""

    def _write_core_file(self) -> None:
        core = ToldCore()
        core._set_properties(self.workbook.doc_properties)  # noqa: SLF001 - the library's seam
        core._set_xml_writer(self._filename("docProps/core.xml"))  # noqa: SLF001 - same seam
        core._assemble_xml_file()  # noqa: SLF001 - same seam

    def _write_styles_file(self) -> None:
        book = self.workbook
        styles = NamedStyles()
        styles.named = book.named
        styles._set_style_properties(  # noqa: SLF001 - the seam that the library leaves
            [
                book.xf_formats,
                book.palette,
                book.font_count,
                book.num_formats,
                book.border_count,
                book.fill_count,
                book.custom_colors,
                book.dxf_formats,
                book.has_comments,
            ]
        )
        styles._set_xml_writer(self._filename("xl/styles.xml"))  # noqa: SLF001 - same seam
        styles._assemble_xml_file()  # noqa: SLF001 - same seam


class BudgetWorkbook(Workbook):  # type: ignore[misc] # XlsxWriter ships no types
    """A workbook whose formats are looked up by look, with named styles."""

    def __init__(self, path: Path, *, lock_structure: bool = False) -> None:
        options = {"strings_to_formulas": False, "strings_to_urls": False}
        super().__init__(str(path), options | {"strings_to_numbers": False})
        self.lock_structure = lock_structure
        self.named: dict[str, Format] = {}
        self._looks: dict[str, Format] = {}

    def look(self, style: Style, properties: Properties) -> Format:
        """Return the format of a look, made once."""
        key = f"{style.name}{sorted(properties.items())}"
        if key not in self._looks:
            made = self.add_format(properties)
            if style is not NORMAL:
                self.named.setdefault(style.name, made)
                made.xf_id = list(self.named).index(style.name) + 1
                # Equal looks share an entry by this key, which does not know of styles.
                made._format_key = f"{style.name}:{made._get_format_key()}"  # noqa: SLF001
            self._looks[key] = made
        return self._looks[key]

    def add_sheet(self, title: str) -> PlainSheet:
        """Return a new sheet of the workbook."""
        sheet: PlainSheet = self.add_worksheet(title, worksheet_class=PlainSheet)
        return sheet

    def _get_packager(self) -> Packager:
        return NamedPackager()

    def _write_book_views(self) -> None:
        if self.lock_structure:
            self._xml_empty_tag("workbookProtection", [("lockStructure", 1)])
        super()._write_book_views()
