"""Does every id that is referred to stand in its table?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from xlbudget.model.budget import Budget
from xlbudget.model.fault import shown
from xlbudget.model.field import Field
from xlbudget.model.finding import Finding, Rule, Severity
from xlbudget.model.placement import found, placed_in
from xlbudget.model.tables import TABLES, Table, table_referred


def _check(budget: Budget) -> Iterator[Finding]:
    known = {
        table: dict.fromkeys(table.id_of(record) for record in table.records(budget))
        for table in TABLES
    }
    for table in TABLES:
        columns = [(field, target) for field in table.fields if (target := table_referred(field))]
        for place, record in placed_in(budget, table):
            for field, target in columns:
                key = getattr(record, field.name)
                if key and key not in known[target]:
                    yield found(
                        RULE,
                        place,
                        field.name,
                        saw=f"{_named(table, place.record)} names the {target.noun} {shown(key)}"
                        f" in {field.header}, which is not known",
                        wants=f"It is an id of {target.file} (sheet {target.sheet})",
                        fix=_fix(field, key, known[target], target),
                    )


def _named(table: Table, key: str) -> str:
    return f"{table.noun.capitalize()} {key}" if key else f"A {table.noun}"


def _fix(field: Field, key: str, known: Mapping[str, None], target: Table) -> str:
    by_case = {name.casefold(): name for name in known if name}
    near = get_close_matches(key.casefold(), by_case, n=1)
    if near:
        return f"Write {by_case[near[0]]}, or add the {target.noun} {key}"
    blank = "" if field.required else ", or leave the cell blank"
    return f"Add the {target.noun} {key}{blank}"


RULE = Rule(
    code="XLR-01",
    title="Unknown id",
    severity=Severity.FATAL,
    says="A goal, program, school, source, practice or scenario that is referred to is known.",
    source="docs/figures.md, Funding and Alignment; California SACS technical "
    "review checks (an invalid code is fatal)",
    check=_check,
)
