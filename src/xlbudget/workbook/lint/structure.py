"""The structure of a workbook: roles, order, nothing hidden, nothing from outside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from xlbudget.model.finding import Severity
from xlbudget.sheets.plan import Role
from xlbudget.workbook.lint.anatomy import anatomy
from xlbudget.workbook.lint.area import address, area_of
from xlbudget.workbook.lint.leaf import Leaf
from xlbudget.workbook.lint.looks import contrast
from xlbudget.workbook.lint.profile import ours
from xlbudget.workbook.lint.rule import Family, Fault
from xlbudget.workbook.lint.subject import MANIFEST, Subject
from xlbudget.workbook.read.address import letters_of, parted
from xlbudget.workbook.read.limits import read_small

STRUCTURE = Family()
_E, _W, _I = Severity.FATAL, Severity.WARNING, Severity.INFORMATION
_ABOUT, _SCRATCH = "About", "Scratch"
_FLOW = ("about", "input", "data", "calculation", "output", "check", "list", "log")
_DEFAULT = re.compile(
    r"(sheet|tabelle|feuil|feuille|hoja|foglio|blad|ark|planilha|folha|arkusz|list|лист|taul|munka"
    r"|sayfa|工作表|シート|시트|tabela|foaie)[ _]?\d+( ?\(\d+\))?",
    re.IGNORECASE,
)
_BARRED = re.compile(r"[\[\]:*?/\\]")
_LONGEST = 31
_YEAR = re.compile(r"Year (\d+)")
_YEARS = range(1990, 2100)
_DIGEST = re.compile(r"[0-9a-f]{64}")
_FOREIGN = {
    "vbaProject": "macros",
    "connections": "connections to other data",
    "oleObject": "an object of another program",
    "control": "an ActiveX control",
    "ctrlProp": "a form control",
    "activeXControlBinary": "an ActiveX control",
}
_SHAPE = re.compile(rb"ObjectType=[\"'](\w+)")
_FEW, _LEAST_SEEN = 3, 1.05


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
        if leaf.name not in subject.roles and leaf.name not in {_ABOUT, MANIFEST}:
            yield Fault("Manifest declares no role for it", leaf.name, "A1")
    for name, role in subject.roles.items():
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
    wants="The years stand in the same columns in every block of a sheet of calculations",
    fix="Move the block, so that its years stand below those of the blocks above",
    source="FAST 1.01-02, 2.01-01",
)
def _year_columns(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        if subject.role(leaf) != Role.CALCULATION:
            continue
        first = [
            (ref, ref.rstrip("0123456789")) for ref, number in _year_headers(leaf) if number == 1
        ]
        letters = [letter for _, letter in first]
        for ref, letter in first:
            usual = max(letters, key=letters.count)
            if letter != usual:
                yield Fault(
                    f"Year 1 stands in column {letter}, elsewhere in {usual}", leaf.name, ref
                )


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
    "S05",
    "Hidden sheet",
    ours(_E, _W),
    wants="No sheet is hidden: what counts can be seen",
    fix="Right-click a tab, choose Unhide; delete the sheet if nothing needs it",
    source="FAST 2.01-08; ICAEW (hide nothing)",
)
def _hidden_sheets(subject: Subject) -> Iterator[Fault]:
    for sheet in subject.book.sheets:
        if sheet.is_hidden:
            how = "so that only a program can show it" if sheet.state == "veryHidden" else ""
            yield Fault(f"The sheet is hidden {how}".strip(), sheet.name, "A1")


@STRUCTURE.rule(
    "S06",
    "Hidden rows, columns or values",
    ours(_E, _W),
    wants="No row, column or value is hidden, nor written in the color of its ground",
    fix="Select the rows or columns around it, choose Unhide; give values a format that shows them",
    source="FAST 2.01-08; ICAEW (hide nothing)",
)
def _hidden_things(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        for row in leaf.rows:
            if row.get("hidden") in {"1", "true"} or row.get("ht") == "0":
                yield Fault(f"Row {row.get('r')} is hidden", leaf.name, f"A{row.get('r')}")
        for column in leaf.all("cols", "col"):
            first = int(column.facts.get("min", "1"))
            if column.facts.get("hidden") in {"1", "true"} or column.facts.get("width") == "0":
                yield Fault(f"Column {letters_of(first)} is hidden", leaf.name, address(1, first))
        yield from _unseen(subject, leaf)


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
    "S10",
    "About sheet incomplete",
    ours(_E),
    wants="About says purpose, owner, version, limits, what colors mean, and links to all sheets",
    fix="Take About from the template again",
    source="ICAEW principle 7; FAST 2.06",
)
def _about(subject: Subject) -> Iterator[Fault]:
    about = subject.leaf(_ABOUT)
    if about is None:
        yield Fault("There is no sheet About", _ABOUT)
        return
    names = {table.name for table in about.tables}
    for table in ("AboutBudget", "Contents", "ColorKey", "Conventions", "Limits"):
        if table not in names:
            yield Fault(f"About lacks its table {table}", _ABOUT, "A1")
    linked = {
        link.facts.get("location", "").rpartition("!")[0].strip("'").replace("''", "'")
        for link in about.all("hyperlinks", "hyperlink")
    }
    for leaf in subject.leaves:
        if leaf.name not in linked | {_ABOUT}:
            yield Fault(f"About has no link to {leaf.name}", _ABOUT, "A1")


@STRUCTURE.rule(
    "S11",
    "Log without an entry",
    ours(_E),
    wants="Log says what happened to the workbook, first by which version it was made",
    fix="Write down on Log when and how the workbook was made",
    source="ICAEW principle 17",
)
def _log(subject: Subject) -> Iterator[Fault]:
    if subject.leaf("Log") is None:
        yield Fault("There is no sheet Log", "Log")
    elif not any("xlbudget" in what for (what,) in subject.rows_of("Log", "What")):
        yield Fault("Log does not say which version made the workbook", "Log", "A1")


@STRUCTURE.rule(
    "S12",
    "Manifest incomplete",
    ours(_E),
    wants="Manifest says template, its version, the maker, and the digest of the structure",
    fix="Take the workbook that was issued, and enter the figures there",
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


@STRUCTURE.rule(
    "S13",
    "Link to another workbook",
    ours(_E, _W),
    wants="No formula or name looks into another workbook: it breaks when the file is sent",
    fix="Copy the values in (Data > Edit Links > Break Link)",
    source="FAST 1.03; ISBE budget form instructions",
)
def _external(subject: Subject) -> Iterator[Fault]:
    for link in subject.book.facts.links:
        yield Fault(f"The workbook is linked to {link.rpartition('/')[2]}")
    for name in subject.book.names:
        if anatomy(name.refers).has_file:
            yield Fault(f"The name {name.name} looks into another workbook")
    for leaf in subject.leaves:
        for pattern in leaf.patterns:
            if "[" in pattern.formula and anatomy(pattern.formula).has_file:
                saw = f"={pattern.formula[:80]} looks into another workbook{pattern.also}"
                yield Fault(saw, leaf.name, pattern.where)


@STRUCTURE.rule(
    "S14",
    "Macros, connections or foreign objects",
    ours(_E, _W),
    wants="A workbook that people exchange has no macros, connections, objects or controls",
    fix="Save it as an Excel workbook (.xlsx) without macros; delete the objects and connections",
    source="UK Analysis Function, formatting 11",
)
def _foreign(subject: Subject) -> Iterator[Fault]:
    if subject.book.facts.has_macros:
        yield Fault("The workbook holds macros")
    if subject.book.facts.has_connections:
        yield Fault("The workbook fetches data from elsewhere")
    for leaf in subject.leaves:
        kinds = {relation.kind for relation in leaf.relations}
        for kind in sorted(kinds & _FOREIGN.keys()):
            yield Fault(f"The sheet holds {_FOREIGN[kind]}", leaf.name)
        for relation in leaf.relations:
            if relation.kind == "vmlDrawing" and relation.target in subject.package.members:
                shapes = set(_SHAPE.findall(read_small(subject.package, relation.target)))
                if shapes - {b"Note"}:
                    yield Fault("The sheet holds a form control", leaf.name)


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
            parts = anatomy(pattern.formula)
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


def _unseen(subject: Subject, leaf: Leaf) -> Iterator[Fault]:
    hidden = {
        style
        for style in set(leaf.styles.values())
        if subject.looks.of(style).number.strip().startswith(";;;")
        or contrast(subject.looks.of(style).ink, subject.looks.of(style).ground) < _LEAST_SEEN
    }
    if not hidden:
        return
    for ref, style in leaf.styles.items():
        if style in hidden and leaf.sheet.cells.values.get(ref) is not None:
            yield Fault("The value is written so that nobody sees it", leaf.name, ref)
