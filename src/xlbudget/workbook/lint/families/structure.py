"""The structure of a workbook: roles, order, names of sheets, years, totals that take in all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from xlbudget.model.finding import Severity
from xlbudget.sheets.plan import Role
from xlbudget.workbook.lint.area import address, area_of
from xlbudget.workbook.lint.leaf import Leaf
from xlbudget.workbook.lint.profile import ours
from xlbudget.workbook.lint.rule import Family, Fault
from xlbudget.workbook.lint.subject import MANIFEST, Subject
from xlbudget.workbook.read.address import parted
from xlbudget.workbook.stamp import ADDED, GONE, changed_sheets, read_stamp

STRUCTURE = Family()
_E, _W, _I = Severity.FATAL, Severity.WARNING, Severity.INFORMATION
_SCRATCH = "Scratch"
_FLOW = ("about", "input", "data", "calculation", "output", "check", "list", "log")
_DEFAULT = re.compile(
    r"(sheet|tabelle|feuil|feuille|hoja|foglio|blad|ark|planilha|folha|arkusz|лист|taul|munka"
    r"|sayfa|工作表|シート|시트|tabela|foaie)[ _]?\d*( ?\(\d+\))?|list\d+",
    re.IGNORECASE,
)
_BARRED = re.compile(r"[\[\]:*?/\\]")
_LONGEST = 31
_YEAR = re.compile(r"Year (\d+)")
_YEARS = range(1990, 2100)
_DIGEST = re.compile(r"[0-9a-f]{64}")
_FEW = 3


@STRUCTURE.rule(
    "S01",
    "Sheet without a role",
    ours(_E),
    wants="Each sheet has one role, declared on Manifest: about, input, list, data, calculation,"
    " output, check or log",
    fix="Enter what you need on Scratch or on a sheet of the template, and delete the other sheet",
    source="FAST 1.01-01; ICAEW principle 10",
)
def _roles(subject: Subject) -> Iterator[Fault]:
    known = {role.value for role in Role}
    for leaf in subject.leaves:
        if leaf.name not in subject.roles and leaf.name not in {subject.front_name, MANIFEST}:
            yield Fault("Manifest declares no role for it", leaf.name, "A1")
    told = Counter(name for name, _ in subject.rows_of("SheetRoles", "Sheet", "Role"))
    for name, role in subject.roles.items():
        if told[name] > 1:
            yield Fault(f"Manifest gives the sheet {name!r} {told[name]} roles", MANIFEST)
        if subject.leaf(name) is None:
            yield Fault(f"Manifest names the sheet {name!r}, which is gone", MANIFEST)
        elif role not in known:
            yield Fault(f"Manifest gives the sheet {name!r} the role {role!r}", MANIFEST)


@STRUCTURE.rule(
    "S02",
    "Sheets out of order",
    ours(_E),
    wants="Sheets stand in the order of the calculation: inputs, data, calculations, outputs",
    fix="Move the tab back to its place",
    source="FAST 1.02-01, 2.01-04",
)
def _order(subject: Subject) -> Iterator[Fault]:
    ranked = [
        (leaf, _FLOW.index(role))
        for leaf in subject.leaves
        if (role := subject.role(leaf)) in _FLOW and leaf.name != _SCRATCH
    ]
    for (before, one), (leaf, other) in pairwise(ranked):
        if other < one:
            yield Fault(f"It stands behind {before.name}, which comes later", leaf.name, "A1")


@STRUCTURE.rule(
    "S03",
    "Years in other columns",
    ours(_E),
    wants="The years stand in the same columns on all sheets of calculations",
    fix="Move the block, so that its years stand below those of the blocks above",
    source="FAST 1.01-02, 2.01-01",
)
def _year_columns(subject: Subject) -> Iterator[Fault]:
    first = [
        (leaf.name, ref, ref.rstrip("0123456789"))
        for leaf in subject.leaves
        if subject.role(leaf) == Role.CALCULATION
        for ref, number in _year_headers(leaf)
        if number == 1
    ]
    letters = [letter for _, _, letter in first]
    for sheet, ref, letter in first:
        usual = max(letters, key=letters.count)
        if letter != usual:
            yield Fault(f"Year 1 stands in column {letter}, elsewhere in {usual}", sheet, ref)


@STRUCTURE.rule(
    "S04",
    "Year that is typed",
    ours(_W),
    wants="All years follow the one first year on Assumptions",
    fix="Put the formula of the cell beside it in place of the typed year",
    source="FAST 1.01-03, 2.01-02",
)
def _time_axis(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        for ref, _ in _year_headers(leaf):
            letters = ref.rstrip("0123456789")
            above = f"{letters}{int(ref[len(letters) :]) - 1}"
            value = leaf.sheet.cells.values.get(above)
            is_year = isinstance(value, float) and value in _YEARS
            if is_year and above not in leaf.sheet.cells.formulas:
                yield Fault(f"The year {value:.0f} above the header is typed", leaf.name, above)


@STRUCTURE.rule(
    "S07",
    "Sheet without a name of its own",
    ours(_E, _W),
    wants="The name of a sheet says what is on it; readers hear it first",
    fix="Double-click the tab and type a name",
    source="ICAEW (clear names); Microsoft accessibility checker; UK Analysis Function",
)
def _default_names(subject: Subject) -> Iterator[Fault]:
    for sheet in subject.book.sheets:
        if _DEFAULT.fullmatch(sheet.name):
            yield Fault(f"The sheet is called {sheet.name}", sheet.name, "A1")


@STRUCTURE.rule(
    "S08",
    "Empty sheet",
    ours(_E, _W),
    wants="No sheet is empty",
    fix="Delete the sheet",
    source="UK Analysis Function, structure 2",
)
def _empty(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        if not leaf.grid and not leaf.all("drawing"):
            yield Fault("There is nothing on the sheet", leaf.name, "A1")


@STRUCTURE.rule(
    "S09",
    "Sheet name that Excel refuses",
    ours(_E, _E),
    wants=f"The name of a sheet has at most {_LONGEST} characters, none of []:*?/\\, no quote at"
    " its ends, and is not History",
    fix="Rename the sheet",
    source="Excel's limits",
)
def _sheet_names(subject: Subject) -> Iterator[Fault]:
    for sheet in subject.book.sheets:
        name = sheet.name
        edges = name.startswith("'") or name.endswith("'") or not name.strip()
        if len(name) > _LONGEST or _BARRED.search(name) or edges or name.casefold() == "history":
            yield Fault(f"The sheet is called {name!r}", name, "A1")


@STRUCTURE.rule(
    "S12",
    "Manifest incomplete, or structure changed",
    ours(_E),
    wants="Manifest says template, its version, the maker, and the digest of the structure; sheets,"
    " tables, headers and formulas are as they were then",
    fix="Undo the change, or take the workbook that was issued and enter the figures there",
    source="gtnews (which version is the latest); Coherent (hashes are read before submission)",
)
def _manifest(subject: Subject) -> Iterator[Fault]:
    if subject.leaf(MANIFEST) is None:
        yield Fault("There is no sheet Manifest", MANIFEST)
        return
    for fact in ("Template", "Template version", "Made by"):
        if not subject.facts.get(fact):
            yield Fault(f"Manifest does not say: {fact}", MANIFEST, "A1")
    if not _DIGEST.fullmatch(subject.facts.get("Structure digest", "")):
        yield Fault("Manifest holds no digest of the structure", MANIFEST, "A1")
    elif read_stamp(subject.book).sheets:
        for change in changed_sheets(subject.book):
            if change.what not in {ADDED, GONE}:  # S01 says so
                yield Fault(change.what, change.sheet or MANIFEST, "A1")


@STRUCTURE.rule(
    "S15",
    "Total that misses rows",
    ours(_W, _W),
    wants="A total over a table takes in the whole column, by its name: rows that come later count",
    fix="Write the total as =SUM(Table[Column])",
    source="Alight; Panko (omissions)",
)
def _totals(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        for pattern in leaf.patterns if leaf.areas else ():
            parts = pattern.parts
            if "SUM" not in parts.calls:
                continue
            for sheet, text in parts.cells:
                missed = "" if sheet else _missed(leaf, text, pattern.where)
                if missed:
                    saw = f"={pattern.formula[:80]} adds up {text}, which is {missed}"
                    yield Fault(saw + pattern.also, leaf.name, pattern.where)


def _missed(leaf: Leaf, text: str, where: str) -> str:
    """Return in words what part of a table's column an area is, below or beside the table."""
    area, place = area_of(text), parted(where)
    if (
        area is None
        or place is None
        or area.bottom - area.top < _FEW - 1
        or area.left != area.right
    ):
        return ""
    for table, whole in leaf.areas:
        first, last = whole.top + table.has_header, whole.bottom - table.has_totals
        within = whole.left <= area.left <= whole.right and not whole.holds(*place)
        is_part = (
            first <= area.top and area.bottom <= last and (area.top, area.bottom) != (first, last)
        )
        if within and is_part:
            return f"only a part of the table {table.name}, rows {first} to {last}"
    return ""


def _year_headers(leaf: Leaf) -> Iterator[tuple[str, int]]:
    for table, area in leaf.areas:
        for i, column in enumerate(table.columns):
            if found := _YEAR.fullmatch(column.name):
                yield address(area.top, area.left + i), int(found[1])
