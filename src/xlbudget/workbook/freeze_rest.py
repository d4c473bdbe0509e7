"""What calls our functions besides cells: names, rules, table columns, links to the add-in."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from xlbudget.workbook.changes import Changes
from xlbudget.workbook.contents import Contents, link_of, relations_of
from xlbudget.workbook.elements import Edit, Element, elements, without_facts
from xlbudget.workbook.formula import is_ours
from xlbudget.workbook.parts import Package, read_part

_RULES = {
    "conditionalFormatting": "a conditional format",
    "dataValidation": "a data validation",
}
_FORMULAS = {"formula", "formula1", "formula2", "f"}
_COLUMN_FORMULAS = {"calculatedColumnFormula", "totalsRowFormula"}
_ADD_IN = re.compile(r"\.(xlam|xla|xll)$", re.IGNORECASE)
_WORDS_ONLY = re.compile(r"(sharedStrings|styles|theme\d*|comments\d*|externalLink\d+)\.xml$")


@dataclass(frozen=True, slots=True)
class Remark:
    """Something besides a cell that called our functions: where, what, and what came of it."""

    sheet: str
    place: str
    formula: str
    became: str
    calls_still: bool


def carriers(contents: Contents) -> dict[str, str]:
    """Return the defined names, in capitals, that lead to our functions, with their formulas."""
    formulas = {
        name.facts.get("name", "").upper(): name.text for name in contents.all("definedName")
    }
    found: dict[str, str] = {}
    while more := {
        name: text for name, text in formulas.items() if name not in found and is_ours(text, found)
    }:
        found |= more
    return found


def name_remarks(contents: Contents, names: Collection[str]) -> Iterator[Remark]:
    """Tell which defined names still lead to our functions."""
    for name in contents.all("definedName"):
        if (called := name.facts.get("name", "")).upper() in names:
            still = "still calls xlbudget; no cell of a sheet needs it any more"
            yield Remark("", f"the name {called}", name.text, still, calls_still=True)


def rule_remarks(sheet: str, data: bytes, place: str, names: Collection[str]) -> Iterator[Remark]:
    """Tell which rules of a sheet still call our functions."""
    for rule in elements(data, ("c", "sqref", *_RULES, *_FORMULAS), place):
        if rule.name not in _RULES:
            continue
        told = rule.child("sqref")
        where = told.text if told else rule.facts.get("sqref", "")
        for formula in rule.inside:
            if formula.name in _FORMULAS and is_ours(formula.text, names):
                still = f"{_RULES[rule.name]}: still calls xlbudget, and does nothing without it"
                yield Remark(sheet, where, formula.text, still, calls_still=True)


def free_tables(changes: Changes, sheet: str, names: Collection[str]) -> Iterator[Remark]:
    """Take our functions out of the formulas that a sheet's tables give to new rows."""
    package = changes.package
    for relation in relations_of(package, changes.contents.sheets[sheet]):
        if relation.kind != "table":
            continue
        data = read_part(package, relation.target)
        place = f"{package.place}: {relation.target}"
        for table in elements(data, ("table", "tableColumn", *_COLUMN_FORMULAS), place):
            for column in table.inside:
                for formula in column.inside:
                    if is_ours(formula.text, names):
                        changes.edit(relation.target, _without(data, column, formula))
                        yield _column_remark(sheet, table, column, formula)


def drop_links(changes: Changes, formulas: Collection[str]) -> Iterator[Remark]:
    """Leave out the links to add-ins that only frozen formulas used.

    Formulas name a link by its number, so that only the last ones can go; one that stands before
    a link that is needed stays, and is told.
    """
    links = list(changes.contents.all("externalReference"))
    used = {int(number) for text in formulas for number in re.findall(r"\[(\d{1,4})\]!", text)}
    ours = {
        n: target for n in used if n <= len(links) and (target := _add_in(changes, links[n - 1]))
    }
    needed = {n for n in ours if _is_used(changes, n)}
    last = len(links)
    while last in ours and last not in needed:
        changes.drop(_part(changes.contents, links[last - 1]))
        last -= 1
    if last < len(links):
        gone = links[last:] if last else [link.parent for link in links[:1] if link.parent]
        changes.edit(changes.contents.part, ((link.start, link.end, b"") for link in gone))
    for number in sorted(n for n in ours if n <= last):
        stays = "a link to the add-in that stays, since another link comes after it"
        if number in needed:
            stays = "a link to the add-in that something else in the workbook uses"
        name = re.split(r"[\\/]", ours[number])[-1]
        yield Remark("", f"link {number}", name, stays, calls_still=False)


def _column_remark(sheet: str, table: Element, column: Element, formula: Element) -> Remark:
    where = f"{table.facts.get('displayName', '')}[{column.facts.get('name', '')}]"
    became = "the formula of a table column: taken out; new rows stay empty there"
    return Remark(sheet, where, formula.text, became, calls_still=False)


def _without(data: bytes, column: Element, formula: Element) -> Iterator[Edit]:
    yield formula.start, formula.end, b""
    if formula.name == "totalsRowFormula":
        tag = data[column.start : column.opened]
        yield column.start, column.opened, without_facts(tag, (b"totalsRowFunction",))


def _part(contents: Contents, link: Element) -> str:
    found = (one.target for one in contents.relations if one.id == link_of(link))
    return next(found, "")


def _add_in(changes: Changes, link: Element) -> str:
    """Return where the add-in stands that a link leads to, or nothing for another file."""
    package: Package = changes.package
    outside = relations_of(package, _part(changes.contents, link))
    return next((one.target for one in outside if _ADD_IN.search(one.target)), "")


def _is_used(changes: Changes, number: int) -> bool:
    """Return whether any part still names a link by its number; a text like it counts as well."""
    sign = f"[{number}]".encode()
    parts = (name for name in changes.package.members if name.endswith(".xml"))
    return any(sign in changes.now(part) for part in parts if not _WORDS_ONLY.search(part))
