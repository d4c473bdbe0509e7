"""Protection: what is for entry is open, all else is kept from slips, nothing is kept secret."""

from __future__ import annotations

from collections.abc import Iterator

from xlbudget.model.finding import Severity
from xlbudget.sheets.plan import Role
from xlbudget.workbook.lint.open_cells import open_cells
from xlbudget.workbook.lint.profile import Profile, only, ours
from xlbudget.workbook.lint.rule import Family, Fault
from xlbudget.workbook.lint.subject import Subject

PROTECTION = Family()
_E = Severity.FATAL
_SCRATCH = "Scratch"
_KEPT = frozenset(role for role in Role if role not in {Role.INPUT, Role.DATA, Role.CHECK})
_YES, _NO = frozenset({"1", "true"}), frozenset({"0", "false"})
_FORBIDDEN = {  # by default a protected sheet forbids the first two, and allows the others
    "formatColumns": "changing the width of columns",
    "autoFilter": "filtering",
    "selectLockedCells": "selecting locked cells",
    "selectUnlockedCells": "selecting cells",
}
_BY_DEFAULT = frozenset({"formatColumns", "autoFilter"})


@PROTECTION.rule(
    "I02",
    "Input and formula mixed up",
    ours(_E),
    wants="Cells for entry are unlocked and have the style Input; cells with formulas are locked",
    fix="Copy the format of a sound cell of the same column over it (Format Painter)",
    source="ICAEW principle 20; ECMA-376, built-in styles 20 to 24",
)
def _mixed(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        styles, formulas = leaf.styles, leaf.sheet.cells.formulas
        if leaf.name == _SCRATCH:
            continue
        for ref in formulas:
            if not subject.looks.of(styles.get(ref)).is_locked:
                yield Fault("The cell has a formula, and is not locked", leaf.name, ref)
        for ref, _ in open_cells(subject, leaf):
            look = subject.looks.of(styles[ref])
            if look.style != "Input" and ref not in formulas:
                saw = f"The cell is open to entry, and has the style {look.style or 'of no name'}"
                yield Fault(saw, leaf.name, ref)


@PROTECTION.rule(
    "I03",
    "Sheet not protected, or too strictly",
    ours(_E),
    wants="Calculations and outputs are protected against slips, without a password, and columns"
    " can be widened, rows filtered, cells selected; tables that grow stand on unprotected sheets"
    " of the district's workbook",
    fix="Protect the sheet without a password (Review > Protect Sheet), and allow to format"
    " columns, to use AutoFilter and to select cells",
    source="ICAEW principle 20 (restriction, not secrecy)",
)
def _protection(subject: Subject) -> Iterator[Fault]:
    everywhere = subject.is_schools
    for leaf in subject.leaves:
        held = leaf.all("sheetProtection")
        facts = held[0].facts if held else {}
        is_on = facts.get("sheet") in _YES
        if (everywhere or subject.role(leaf) in _KEPT) and not is_on and leaf.name != _SCRATCH:
            yield Fault("The sheet is not protected", leaf.name, "A1")
        if facts.get("password") or facts.get("hashValue"):
            yield Fault("The sheet is protected with a password", leaf.name, "A1")
        if barred := [words for fact, words in _FORBIDDEN.items() if is_on and _bars(facts, fact)]:
            yield Fault(f"The protection forbids {', '.join(barred)}", leaf.name, "A1")


@PROTECTION.rule(
    "I04",
    "Structure not locked",
    only(Profile.SCHOOL, Profile.ACCESSIBLE, severity=_E),
    wants="The tabs of a school's workbook cannot be renamed, moved or deleted",
    fix="Lock the structure (Review > Protect Workbook)",
    source="ISBE budget form instructions",
)
def _structure(subject: Subject) -> Iterator[Fault]:
    if subject.is_schools and not subject.locks_structure:
        yield Fault("The structure of the workbook is not locked", may_be_dropped=True)


def _bars(facts: dict[str, str], fact: str) -> bool:
    return facts.get(fact) not in _NO if fact in _BY_DEFAULT else facts.get(fact) in _YES
