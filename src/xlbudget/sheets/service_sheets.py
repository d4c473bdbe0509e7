"""The sheets that keep the workbook in order: Scratch, Lists, Log, Manifest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from xlbudget.model.cost import ONCE
from xlbudget.sheets.choice_lists import choices_table
from xlbudget.sheets.context import Context
from xlbudget.sheets.identity import EXPLANATION, NOBODY, NONE, Entry, Event, Fact, Identity
from xlbudget.sheets.line_columns import NO_END
from xlbudget.sheets.plan import Column, Form, Part, Role, Sheet, Table, keyed

MANIFEST, ROLES, LOG = "Manifest", "SheetRoles", "Log"
STRUCTURE, DIGEST = Fact.STRUCTURE, "Digest"
MANIFEST_HEADERS = ("Fact", "Value")
ROLE_HEADERS = ("Sheet", "Role", DIGEST)
LOG_HEADERS = ("Date", "Event", "What")
LOG_ROWS, SPARE_EVENTS, SPARE_SHEETS = 20, 5, 5


def scratch_sheet() -> Sheet:
    """Return the sheet Scratch: free space that nothing reads."""
    return Sheet(
        title="Scratch",
        role=Role.INPUT,
        says="Yours to use freely; nothing reads this sheet.",
        protected=False,
    )


def escalation_classes(context: Context) -> tuple[str, ...]:
    """Return the price growth classes that Assumptions has a rate for."""
    stem = "escalation_"
    return tuple(key.removeprefix(stem) for key in context.values if key.startswith(stem))


def lists_sheet(context: Context) -> Sheet:
    """Return the sheet Lists: the words of the drop-downs, and two fixed constants."""
    constants = Table(
        name="Constants",
        heading="Constants of the formulas",
        columns=(
            Column(header="Constant", part=Part.LABEL, form=Form.TEXT, width=24),
            Column(header="Value", part=Part.LABEL, form=Form.PLAIN, width=24),
            Column(header="Meaning", part=Part.LABEL, form=Form.TEXT, width=24),
        ),
        rows=(
            keyed("once", ("Once", ONCE, "Years between two purchases of what is bought once.")),
            keyed("no_end", ("NoEnd", NO_END, "Last fiscal year of a source that goes on.")),
        ),
    )
    lists = {"EscalationList": escalation_classes(context)}
    return Sheet(
        title="Lists",
        role=Role.LIST,
        says="The words that drop-downs offer. Change them only together with the formulas.",
        tables=(constants, choices_table(lists)),
        landscape=True,
    )


def log_sheet(context: Context, version: str, identity: Identity = NOBODY) -> Sheet:
    """Return the sheet Log: what happened to this workbook, with room for what will."""
    if identity.entries:
        return log_of(identity.entries, is_open=True)
    made = f"Made by xlbudget {version} from template {identity.template} {identity.version}"
    day = context.day
    return log_of((Entry(day, Event.GENERATED, made),), is_open=True)


def log_of(entries: Iterable[Entry], *, is_open: bool = False) -> Sheet:
    """Return the sheet Log of some entries, the newest last; people may add to an open one."""
    part = Part.INPUT if is_open else Part.LABEL
    forms = (
        (Form.DATE, 14, "The day."),
        (Form.TEXT, 24, f"What happened. The word {Event.EXPLAINED} lets a finding stand."),
        (Form.TEXT, 70, f'What was done. To let a finding stand: "{EXPLANATION}".'),
    )
    rows = tuple(
        keyed(str(i), (item.day, item.event, item.what)) for i, item in enumerate(entries, start=1)
    )
    return Sheet(
        title=LOG,
        role=Role.LOG,
        says="What happened to this workbook, the newest below.",
        tables=(
            Table(
                name=LOG,
                columns=tuple(
                    Column(header=header, part=part, form=form, width=width, says=says)
                    for header, (form, width, says) in zip(LOG_HEADERS, forms, strict=True)
                ),
                rows=rows,
                spare_rows=max(SPARE_EVENTS, LOG_ROWS - len(rows)),
            ),
        ),
    )


def manifest_sheet(
    context: Context,
    version: str,
    roles: Sequence[tuple[str, Role]],
    identity: Identity = NOBODY,
) -> Sheet:
    """Return the sheet Manifest of a district's workbook.

    Args:
        context: The budget.
        version: The version of xlbudget.
        roles: The other sheets in order, each with its role.
        identity: Which workbook it is.

    """
    district = context.budget.district
    return manifest_of(identity, version, district.name, district.nces_id or NONE, roles)


def manifest_of(
    identity: Identity,
    version: str,
    district: str,
    nces_id: str,
    roles: Sequence[tuple[str, Role]],
) -> Sheet:
    """Return the sheet Manifest: which workbook this is, and the roles of the other sheets.

    The digests of its structure are put in when it is written, for they are those of the file.
    """
    facts = {
        Fact.TEMPLATE: identity.template,
        Fact.VERSION: identity.version,
        Fact.EDITION: identity.edition,
        Fact.MAKER: f"xlbudget {version}",
        Fact.DISTRICT: district,
        Fact.NCES: nces_id,
        Fact.SCHOOL: identity.school_id,
        Fact.WORKBOOK: identity.workbook_id,
        Fact.ORIGIN: identity.origin,
        Fact.STRUCTURE: NONE,
    }
    return Sheet(
        title=MANIFEST,
        role=Role.LOG,
        says="Which workbook this is. Programs read it when the file comes home; leave it.",
        tables=(
            Table(
                name=MANIFEST,
                heading="Identity",
                columns=_texts(MANIFEST_HEADERS, (28, 70)),
                rows=tuple(keyed(fact, (fact.value, facts[fact])) for fact in Fact),
            ),
            Table(
                name=ROLES,
                heading="Sheets, their roles, and the digest of each one's structure",
                columns=_texts(ROLE_HEADERS, (28, 70, 70)),
                rows=tuple(
                    keyed(title, (title, role.value, None))
                    for title, role in (*roles, (MANIFEST, Role.LOG))
                ),
                spare_rows=SPARE_SHEETS,
            ),
        ),
    )


def _texts(headers: Sequence[str], widths: Sequence[float]) -> tuple[Column, ...]:
    pairs = zip(headers, widths, strict=True)
    return tuple(
        Column(header=header, width=width, part=Part.LABEL, form=Form.TEXT)
        for header, width in pairs
    )
