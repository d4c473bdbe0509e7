"""The standard district workbook: its sheets in order, its names, its properties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from xlbudget import __version__
from xlbudget.model import Budget
from xlbudget.model.finding import Finding
from xlbudget.sheets.about import ABOUT, about_sheet, guide_sheet
from xlbudget.sheets.alignment import alignment_sheet
from xlbudget.sheets.assumptions import assumption_names, assumptions_sheet
from xlbudget.sheets.check import tally
from xlbudget.sheets.checks import MASTER, all_checks, checks_sheet
from xlbudget.sheets.choice_lists import choice_names
from xlbudget.sheets.context import Context, context_of
from xlbudget.sheets.cost_by_year import cost_by_year_sheet
from xlbudget.sheets.cost_of_ownership import cost_of_ownership_sheet
from xlbudget.sheets.drivers import drivers_sheet
from xlbudget.sheets.findings import findings_sheet
from xlbudget.sheets.funding import funding_sheet
from xlbudget.sheets.funding_plan import funding_plan_sheet
from xlbudget.sheets.goals import goals_sheet
from xlbudget.sheets.identity import NOBODY, Identity
from xlbudget.sheets.labels import LABELED
from xlbudget.sheets.line_items import line_items_sheet
from xlbudget.sheets.plan import Book, Name, Role, Sheet
from xlbudget.sheets.record_sheets import (
    outcomes_sheet,
    practices_sheet,
    programs_sheet,
    schools_sheet,
    standard_items_sheet,
    team_sheet,
)
from xlbudget.sheets.remarks import explained
from xlbudget.sheets.returns import returns_sheet
from xlbudget.sheets.room import STANDARD, Room
from xlbudget.sheets.savings import savings_sheet
from xlbudget.sheets.scenario_choice import CHOSEN_NAME
from xlbudget.sheets.scenarios import scenarios_sheet
from xlbudget.sheets.service_sheets import (
    escalation_classes,
    lists_sheet,
    log_sheet,
    manifest_sheet,
    scratch_sheet,
)
from xlbudget.sheets.summary import summary_sheet


def district_book(
    budget: Budget,
    findings: Sequence[Finding],
    edition: str = "working",
    *,
    room: Room = STANDARD,
    identity: Identity = NOBODY,
    extra: Sequence[Sheet] = (),
) -> Book:
    """Return the standard district workbook of a budget as data.

    Args:
        budget: The budget; it is analyzed once.
        findings: What the rules found in it.
        edition: ``working``, or ``accessible``: no fills on inputs, no frozen panes.
        room: How many rows the tables have.
        identity: Which workbook it is; without one it is nobody's, as a template is.
        extra: Further sheets of results; they stand behind Summary.

    """
    context = context_of(budget, findings, room=room, scenario=identity.remarks.scenario)
    checks = tuple(explained(all_checks(context), identity.remarks))
    log = log_sheet(context, __version__, identity)
    inner = (*_sheets(context, checks_sheet(checks), extra), log)
    roles = ((ABOUT, Role.ABOUT), *((sheet.title, sheet.role) for sheet in inner))
    manifest = manifest_sheet(context, __version__, roles, replace(identity, edition=edition))
    contents = tuple((sheet.title, sheet.says) for sheet in (*inner, manifest))
    names = _names(context)
    about = about_sheet(context, contents, names)
    return Book(
        title=f"{budget.district.name}: digital learning budget",
        subject="Digital learning budget with total cost of ownership, funding, goals and return",
        author="xlbudget",
        sheets=(about, *inner, manifest),
        names=names,
        opens_on="Summary",
        created=context.day,
        edition=edition,
        master=tally(checks).in_words,
    )


def _sheets(context: Context, checks: Sheet, extra: Sequence[Sheet]) -> tuple[Sheet, ...]:
    return (
        guide_sheet(),
        assumptions_sheet(context),
        team_sheet(context),
        schools_sheet(context),
        goals_sheet(context),
        programs_sheet(context),
        practices_sheet(context),
        standard_items_sheet(context),
        funding_sheet(context),
        drivers_sheet(context),
        outcomes_sheet(context),
        savings_sheet(context),
        line_items_sheet(context),
        cost_of_ownership_sheet(context),
        cost_by_year_sheet(context),
        scenarios_sheet(context),
        returns_sheet(context),
        alignment_sheet(context),
        funding_plan_sheet(context),
        summary_sheet(context),
        *extra,
        checks,
        findings_sheet(context),
        scratch_sheet(),
        lists_sheet(context),
    )


def _names(context: Context) -> tuple[Name, ...]:
    lists = tuple(
        Name(facts.list_name, facts.list_refers, f"Drop-down list of the sheet {facts.table}.")
        for facts in LABELED.values()
    )
    extra = {"EscalationList": escalation_classes(context)}
    return (*assumption_names(), *choice_names(extra), *lists, CHOSEN_NAME, MASTER)
