"""Compare scenarios: all of them side by side, and one of them set beside the adopted plan."""

from __future__ import annotations

from decimal import Decimal

from xlbudget.actions.ask import Answers, Ask, Option, Taken
from xlbudget.actions.edit import NameEdit
from xlbudget.actions.outcome import Facts, Outcome
from xlbudget.actions.request import Select
from xlbudget.actions.snapshot import Snapshot
from xlbudget.actions.unreadable import unreadable
from xlbudget.analysis import ScenarioResult, analyze
from xlbudget.sheets.labels import MARK, label
from xlbudget.sheets.scenario_choice import CHOSEN_NAME
from xlbudget.sheets.scenario_comparison import in_words
from xlbudget.sheets.scenarios import TITLE
from xlbudget.sheets.words import signed

SCENARIO = "scenario"


def compare(snapshot: Snapshot, answers: Answers) -> Outcome:
    """Return the scenarios side by side, and the edit that sets one beside the adopted plan.

    Args:
        snapshot: The workbook.
        answers: For ``scenario`` the id or label of a scenario; "" changes nothing.

    """
    if snapshot.budget is None:
        return unreadable(snapshot)
    results = analyze(snapshot.budget).scenarios.results
    facts = (_facts(results),)
    if len(results) == 1:
        says = "There is only the adopted plan. Add scenarios on the sheet Drivers to compare them."
        return Outcome(says=says, facts=facts)
    chosen = answers.get(SCENARIO)
    found = None if chosen is None else _found(results, chosen)
    if found is None and chosen != "":
        return Outcome(says=_count(results), asks=(_ask(results, chosen),), facts=facts)
    if found is None:
        return Outcome(says=_count(results), facts=facts, requests=(Select(TITLE),))
    return Outcome(
        says=f"{found.scenario.name} {in_words(found)}. It stands beside the adopted plan now.",
        edits=(NameEdit(CHOSEN_NAME.name, _label(found)),),
        requests=(Select(TITLE),),
        facts=facts,
    )


def _found(results: tuple[ScenarioResult, ...], chosen: str) -> ScenarioResult | None:
    wanted = chosen.partition(MARK)[0].strip().casefold()
    ids = (result for result in results if result.scenario.scenario_id.casefold() == wanted)
    return next(ids, None)


def _ask(results: tuple[ScenarioResult, ...], chosen: str | None) -> Ask:
    asked = "Which scenario stands beside the adopted plan?"
    return Ask(
        key=SCENARIO,
        question=f"There is no scenario {chosen}. {asked}" if chosen else asked,
        takes=Taken.CHOICE,
        options=tuple(
            Option(result.scenario.scenario_id, f"{result.scenario.name}: {in_words(result)}")
            for result in results
        ),
        needed=bool(chosen),
    )


def _label(result: ScenarioResult) -> str:
    return label(result.scenario.scenario_id, result.scenario.name)


def _count(results: tuple[ScenarioResult, ...]) -> str:
    best = max(results, key=lambda result: round(result.npv, 2))
    return (
        f"{len(results)} scenarios stand side by side; by net present value "
        f"{best.scenario.name} is the best. Read it beside what is unfunded."
    )


def _facts(results: tuple[ScenarioResult, ...]) -> Facts:
    headers = ("Scenario", "Total cost", "Difference", "NPV", "Widest gap", "Cliff year")
    return Facts("The scenarios side by side ($)", headers, tuple(map(_row, results)))


def _row(result: ScenarioResult) -> tuple[str, ...]:
    gap = result.funding.secured.deepest_gap
    return (
        result.scenario.name,
        signed(result.total),
        signed(result.total_change),
        signed(Decimal(str(round(result.npv, 2)))),
        signed(gap),
        str(result.funding.cliff_year or "none"),
    )
