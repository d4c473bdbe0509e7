"""What comes from outside: links to other workbooks, macros, connections, foreign objects."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xlbudget.model.finding import Severity
from xlbudget.workbook.elements import elements
from xlbudget.workbook.lint.anatomy import anatomy
from xlbudget.workbook.lint.profile import ours
from xlbudget.workbook.lint.rule import Family, Fault
from xlbudget.workbook.lint.subject import Subject
from xlbudget.workbook.read.limits import read_small

OUTSIDE = Family()
_E, _W = Severity.FATAL, Severity.WARNING
_FOREIGN = {
    "vbaProject": "macros",
    "connections": "connections to other data",
    "oleObject": "an object of another program",
    "package": "an embedded file",
    "control": "an ActiveX control",
    "ctrlProp": "a form control",
    "activeXControlBinary": "an ActiveX control",
}
_SHAPE = re.compile(rb"ObjectType=[\"'](\w+)")
_PROGRAMS = {"ddeLink": "DDE", "oleLink": "OLE"}


@OUTSIDE.rule(
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
            if "[" in pattern.formula and pattern.parts.has_file:
                saw = f"={pattern.formula[:80]} looks into another workbook{pattern.also}"
                yield Fault(saw, leaf.name, pattern.where)


@OUTSIDE.rule(
    "S14",
    "Macros, connections or foreign objects",
    ours(_E, _W),
    wants="A workbook that people exchange has no macros, connections, DDE, objects or controls",
    fix="Save it as an Excel workbook (.xlsx) without macros; delete the objects and connections",
    source="UK Analysis Function, formatting 11",
)
def _foreign(subject: Subject) -> Iterator[Fault]:
    if subject.book.facts.has_macros:
        yield Fault("The workbook holds macros")
    if subject.book.facts.has_connections:
        yield Fault("The workbook fetches data from elsewhere")
    for way, program in _programs(subject):
        yield Fault(f"The workbook fetches values by {way} from {program}")
    for leaf in subject.leaves:
        kinds = {relation.kind for relation in leaf.relations}
        for kind in sorted(kinds & _FOREIGN.keys()):
            yield Fault(f"The sheet holds {_FOREIGN[kind]}", leaf.name)
        for relation in leaf.relations:
            if relation.kind == "vmlDrawing" and relation.target in subject.package.members:
                shapes = set(_SHAPE.findall(read_small(subject.package, relation.target)))
                if shapes - {b"Note"}:
                    yield Fault("The sheet holds a form control", leaf.name)


def _programs(subject: Subject) -> Iterator[tuple[str, str]]:
    """Give the programs from which the workbook fetches values: by which way, and their names."""
    for relation in subject.contents.related("externalLink"):
        if relation.target in subject.package.members:
            data = read_small(subject.package, relation.target)
            place = f"{subject.package.place}: {relation.target}"
            for one in elements(data, tuple(_PROGRAMS), place):
                told = one.facts.get("ddeService") or one.facts.get("progId") or "another program"
                yield _PROGRAMS[one.name], told
