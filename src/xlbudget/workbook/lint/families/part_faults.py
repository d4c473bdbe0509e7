"""Parts of the package: each is there, is what its relations say, and has a content type."""

from __future__ import annotations

from collections.abc import Iterator

from xlbudget.model.finding import Severity
from xlbudget.workbook.contents import TYPES, Relation
from xlbudget.workbook.elements import elements
from xlbudget.workbook.lint.profile import ours
from xlbudget.workbook.lint.rule import Family, Fault
from xlbudget.workbook.lint.subject import Subject
from xlbudget.workbook.read.limits import read_small

PART_FAULTS = Family()
_ALWAYS = ours(Severity.FATAL, Severity.FATAL)
_ANEW = "Open the workbook in Excel, let it repair, look at what it says, and save it anew"
_ROOTS = {
    "table": "table",
    "drawing": "wsDr",
    "chart": "chartSpace",
    "styles": "styleSheet",
    "theme": "theme",
}


@PART_FAULTS.rule(
    "P08",
    "Relation that leads nowhere",
    _ALWAYS,
    wants="A part is related to parts that are there and are what the relation says",
    fix=_ANEW,
    source="ECMA-376 part 2, 6.5",
)
def _relations(subject: Subject) -> Iterator[Fault]:
    for name in subject.book.facts.missing_sheets:
        yield Fault(f"The sheet {name!r} has no part in the file", name)
    for relation in subject.contents.relations:
        if wrong := _wrong(subject, relation):
            yield Fault(f"The workbook is related to {wrong}")
    for leaf in subject.leaves:
        if leaf.frame is None or leaf.frame.name != "worksheet":
            yield Fault("Its part is no sheet of cells", leaf.name)
        known = {relation.id for relation in leaf.relations}
        for relation in leaf.relations:
            if wrong := _wrong(subject, relation):
                yield Fault(f"It is related to {wrong}", leaf.name)
        for one in (*leaf.all("drawing"), *leaf.all("tableParts", "tablePart")):
            link = next((text for key, text in one.facts.items() if key.endswith(":id")), "")
            if link not in known:
                saw = f"Its {one.name} names the relation {link!r}, which is not there"
                yield Fault(saw, leaf.name)


@PART_FAULTS.rule(
    "P10",
    "Part without a content type",
    _ALWAYS,
    wants="The list of content types tells what each part is",
    fix=_ANEW,
    source="ECMA-376 part 2, 7.2",
)
def _content_types(subject: Subject) -> Iterator[Fault]:
    found = elements(read_small(subject.package, TYPES), ("Default", "Override"), TYPES)
    ends = {one.facts.get("Extension", "").casefold() for one in found if one.name == "Default"}
    parts = {one.facts.get("PartName", "").casefold() for one in found if one.name == "Override"}
    for name in subject.package.members:
        is_known = f"/{name}".casefold() in parts or name.rpartition(".")[2].casefold() in ends
        if not is_known and name != TYPES and not name.endswith("/"):
            yield Fault(f"The part {name} has no content type")
    for part in sorted(parts):
        if part.lstrip("/") not in {name.casefold() for name in subject.package.members}:
            yield Fault(f"The list of content types names {part}, which the file does not hold")


def _wrong(subject: Subject, relation: Relation) -> str:
    """Return in words what is wrong with a relation; "" for a sound one."""
    package, part = subject.package, relation.target
    if relation.kind == "hyperlink" or "://" in part:
        return ""
    if part not in package.members:
        return f"{part}, which the file does not hold"
    wanted = _ROOTS.get(relation.kind)
    if wanted is None:
        return ""
    data = read_small(package, part)
    is_it = elements(data, (wanted,), f"{package.place}: {part}")
    return "" if is_it else f"{part}, which is no {relation.kind}, as the relation says"
