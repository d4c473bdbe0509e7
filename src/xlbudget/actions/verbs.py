"""The verbs: every action as it is offered to people, in order; all hosts read them here."""

from __future__ import annotations

from xlbudget.actions.add_line import add_line
from xlbudget.actions.board_page import board_page
from xlbudget.actions.check import check
from xlbudget.actions.close_cliff import close_cliff
from xlbudget.actions.collect import collect
from xlbudget.actions.compare import compare
from xlbudget.actions.explain import explain
from xlbudget.actions.freeze import freeze
from xlbudget.actions.keep import keep, restore
from xlbudget.actions.link_goals import link_goals
from xlbudget.actions.new_budget import new_budget
from xlbudget.actions.refresh import refresh
from xlbudget.actions.verb import Group, Verb
from xlbudget.errors import UnknownChoiceError

VERBS = (
    Verb(
        name="add-line",
        label="Add line",
        group=Group.PLAN,
        image="SheetRowsInsert",
        key_tip="AL",
        tip="Add a line item to the first free row of Line items",
        says="Pick a standard item or describe the thing; price, life and account codes follow. "
        "The line gets the next free id, and you read at once what it costs.",
        plan=add_line,
        asks=(
            "the standard item, or that it is none",
            "what the line is, how its cost comes about, how many, at what price",
            "school, program, goal, source, first and last year, reason",
        ),
    ),
    Verb(
        name="link-goals",
        label="Link goals",
        group=Group.PLAN,
        image="HyperlinkInsert",
        key_tip="LG",
        tip="Name the goal of each line that has none",
        says="Goes through the lines without a goal one by one. The likeliest goals stand first, "
        "by the words of the line and of the plan. A line without a goal is never planned.",
        plan=link_goals,
        asks=("for each line without a goal: the goal that it serves, or to leave it",),
    ),
    Verb(
        name="close-cliff",
        label="Close the cliff",
        group=Group.PLAN,
        image="GoalSeek",
        key_tip="CC",
        tip="Decide what becomes of each line that loses its source",
        says="For each line: another source, a longer life, fewer units, or an end. You see the "
        "effect on the gap, and may write a plan to sign.",
        plan=close_cliff,
        asks=(
            "for each line that loses its source: the way out, or to leave it",
            "the file of the plan to sign, if one is wanted",
        ),
    ),
    Verb(
        name="compare",
        label="Compare scenarios",
        group=Group.PLAN,
        image="WhatIfAnalysisMenu",
        key_tip="CS",
        tip="Set a scenario beside the adopted plan",
        says="Lists all scenarios with their cost, gap and worth. The sheet Scenarios shows the "
        "chosen one beside the adopted plan, which stays where it is.",
        plan=compare,
        asks=("the scenario that stands beside the adopted plan",),
    ),
    Verb(
        name="refresh",
        label="Refresh results",
        group=Group.PLAN,
        image="RefreshAll",
        key_tip="RR",
        tip="Calculate the workbook anew and hold its figures against Python's own",
        says="Says whether the figures of Summary agree with what Python computes from the same "
        "inputs, or which of them differ, with both values.",
        plan=refresh,
        keeps=False,
    ),
    Verb(
        name="check",
        label="Check",
        group=Group.REVIEW,
        image="AcceptInvitation",
        key_tip="CH",
        tip="List what is wrong or missing on the sheet Findings",
        says="Asks all rules at once. Each finding says where it is, what was seen, what is "
        "allowed and what to do, with a link to its cell.",
        plan=check,
        keeps=False,
        needs_budget=False,
    ),
    Verb(
        name="explain",
        label="Explain",
        group=Group.REVIEW,
        image="Help",
        key_tip="EX",
        tip="Say in words how the selected cell comes about",
        says="Select a figure first. You read its formula in words, the inputs that it uses with "
        "their sources, and what would change it.",
        plan=explain,
        keeps=False,
    ),
    Verb(
        name="keep",
        label="Keep a copy",
        group=Group.REVIEW,
        image="FileSaveAs",
        key_tip="KC",
        tip="Keep a copy of the workbook as it stands",
        says="The copy lies beside the workbook, with date and time. Actions that change "
        "something keep one by themselves.",
        plan=keep,
        keeps=False,
        needs_budget=False,
    ),
    Verb(
        name="restore",
        label="Restore",
        group=Group.REVIEW,
        image="Undo",
        key_tip="RS",
        tip="Give the input cells back what they held in a kept copy",
        says="Only input cells change; the look of the workbook stays. A copy of the present "
        "state is kept first, so that restoring can be taken back.",
        plan=restore,
        asks=("the kept copy",),
        needs_budget=False,
    ),
    Verb(
        name="board-page",
        label="Board page",
        group=Group.REVIEW,
        image="FileSaveAsPdfOrXps",
        key_tip="BP",
        tip="Export the sheet Summary as a PDF for the board",
        says="Two pages: the figures with their charts, and the further charts.",
        plan=board_page,
        asks=("the PDF file to write",),
        keeps=False,
        needs_budget=False,
    ),
    Verb(
        name="freeze",
        label="Freeze to mail",
        group=Group.REVIEW,
        image="FileSendAsAttachment",
        key_tip="FM",
        tip="Write a copy that people without the add-in can open",
        says="In the copy each formula with a function of xlbudget is its value; all other "
        "formulas stay. The workbook itself does not change.",
        plan=freeze,
        asks=("the workbook to write",),
        keeps=False,
        needs_budget=False,
    ),
    Verb(
        name="new-budget",
        label="New budget",
        group=Group.MENU,
        image="FileNew",
        key_tip="NB",
        tip="Write an empty budget workbook",
        says="All sheets, the default assumptions with their sources, and room for 200 lines.",
        plan=new_budget,
        asks=("the workbook to write", "how many years it plans"),
        keeps=False,
        needs_budget=False,
    ),
    Verb(
        name="collect",
        label="Collect",
        group=Group.MENU,
        image="ImportTextFile",
        key_tip="CO",
        tip="Collect the files that came back from the schools",
        says="Each file is read, judged and kept in the campaign; none of them is changed.",
        plan=collect,
        asks=("the campaign's folder", "the folder with the files that came back"),
        keeps=False,
        needs_budget=False,
    ),
)
"""Every action, in the order in which hosts show them."""


def verb(name: str) -> Verb:
    """Return a verb by its name.

    Raises:
        UnknownChoiceError: There is no such verb.

    """
    for one in VERBS:
        if one.name == name:
            return one
    raise UnknownChoiceError(
        saw=f"There is no action “{name}”",
        wants=f"An action is one of: {', '.join(one.name for one in VERBS)}",
        fix="Write one of these names",
    )
