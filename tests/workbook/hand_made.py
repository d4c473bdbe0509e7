"""Workbooks put together by hand, part by part, as Excel stores what no library writes."""

import zipfile
from xml.sax.saxutils import escape, quoteattr

SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
FORMAT = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def cell(at, formula, value="1", kind="", *, facts="", cell_facts=""):
    """A formula cell as XML; no value for None."""
    told = f' t="{kind}"' if kind else ""
    held = "" if value is None else f"<v>{escape(str(value))}</v>"
    return f'<c r="{at}"{cell_facts}{told}><f{facts}>{escape(formula)}</f>{held}</c>'


def number(at, value):
    """A cell with a number."""
    return f'<c r="{at}"><v>{value}</v></c>'


def rows(*cells):
    """Cells in rows of their own, by the number in their address; in order."""
    held = {}
    for one in cells:
        at = one.split('r="', 1)[1].split('"', 1)[0]
        held.setdefault(int(at.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")), []).append(one)
    return "".join(f'<row r="{n}">{"".join(held[n])}</row>' for n in sorted(held))


def sheet(data, after="", links=""):
    """A sheet part: its rows, and what stands after them."""
    return (
        f'{HEAD}<worksheet xmlns="{SPACE}"{links}><sheetData>{data}</sheetData>{after}</worksheet>'
    )


def relations(*items):
    """A part of relations: each with its id, the word of its kind, its target, and if outside."""
    mode = {True: ' TargetMode="External"', False: ""}
    each = "".join(
        f'<Relationship Id="{link}" Type="{LINKS}/{kind}" Target={quoteattr(target)}'
        f"{mode[outside]}/>"
        for link, kind, target, outside in items
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}">{each}</Relationships>'


def link_part(*names):
    """A link to another workbook, with the names that formulas use of it."""
    held = "".join(f'<definedName name="{name}"/>' for name in names)
    return (
        f'{HEAD}<externalLink xmlns="{SPACE}"><externalBook xmlns:r="{LINKS}" r:id="rId1">'
        f"<definedNames>{held}</definedNames></externalBook></externalLink>"
    )


def book(path, sheets, *, names="", links=(), chain="", more=None):
    """Write a workbook and return its path.

    Sheets are whole sheet parts by name; links are targets of other workbooks; chain is the inside
    of a calculation chain; more are further parts with their content types.
    """
    items = [(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml", False) for n in _upto(sheets)]
    parts = {f"xl/worksheets/sheet{n}.xml": (text, "worksheet") for n, text in _each(sheets)}
    for n, target in _each(links):
        part = f"externalLinks/externalLink{n}.xml"
        items.append((f"rIdL{n}", "externalLink", part, False))
        parts[f"xl/{part}"] = (link_part("XLB_NPV", "XLB_ROI"), "externalLink")
        own = relations(("rId1", "externalLinkPath", target, True))
        parts[f"xl/externalLinks/_rels/externalLink{n}.xml.rels"] = (own, "")
    if chain:
        items.append(("rIdC", "calcChain", "calcChain.xml", False))
        parts["xl/calcChain.xml"] = (
            f'{HEAD}<calcChain xmlns="{SPACE}">{chain}</calcChain>',
            "calcChain",
        )
    parts |= more or {}
    parts["xl/workbook.xml"] = (_workbook(sheets, names, links), "sheet.main")
    parts["xl/_rels/workbook.xml.rels"] = (relations(*items), "")
    parts["_rels/.rels"] = (relations(("rId1", "officeDocument", "xl/workbook.xml", False)), "")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _types(parts))
        for name, (text, _) in parts.items():
            package.writestr(name, text)
    return path


def _workbook(sheets, names, links):
    tabs = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="rId{n}"/>'
        for n, name in _each([*sheets])
    )
    told = "".join(f'<externalReference r:id="rIdL{n}"/>' for n in _upto(links))
    told = f"<externalReferences>{told}</externalReferences>" if told else ""
    names = f"<definedNames>{names}</definedNames>" if names else ""
    start = f'{HEAD}<workbook xmlns="{SPACE}" xmlns:r="{LINKS}">'
    return f'{start}<sheets>{tabs}</sheets>{told}{names}<calcPr calcId="191029"/></workbook>'


def _types(parts):
    each = "".join(
        f'<Override PartName="/{name}" ContentType="{FORMAT}.{kind}+xml"/>'
        for name, (_, kind) in parts.items()
        if kind
    )
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{each}</Types>'
    )


def _upto(things):
    return range(1, len(things) + 1)


def _each(things):
    return list(enumerate(things.values() if isinstance(things, dict) else things, start=1))
