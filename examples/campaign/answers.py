"""Answer a campaign as its schools would, so that you can play it alone.  For the tutorial.

``python examples/campaign/answers.py fy27``: four schools answer, one of them with a slip.
``python examples/campaign/answers.py fy27 --mended``: that school sends its workbook again.
"""

import argparse
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from xlbudget.distribution.campaign import open_campaign
from xlbudget.distribution.packs import packs_of
from xlbudget.model.folder import load_folder
from xlbudget.model.school_answer import AnswerLine, SchoolAnswer, SignOff
from xlbudget.sheets.school import school_book, sizes_for
from xlbudget.workbook.fill import book_values, fill, prepare
from xlbudget.workbook.intake.school import read_school_book

DAY = date(2026, 4, 30)
SIGNED = {
    "S01": SignOff(name="Maren Oduya", role="Principal", day=DAY),
    "S03": SignOff(name="Lucia Ferrand", role="Principal", day=DAY),
    "S05": SignOff(name="Joel Amundsen", role="Principal", day=DAY),
    "S12": SignOff(name="Samir Haddad", role="Principal", day=DAY),
}
LINKED = {"source_id": "F01", "goal_id": "G01"}
NEW = {
    "S01": AnswerLine(
        line_id="S01-N01",
        item_id="SI18",
        quantity=Decimal(24),
        why="Listening stations let grade 1 hear every story read aloud.",
        **LINKED,
    ),
    "S03": AnswerLine(
        line_id="S03-N01",
        item_id="SI19",
        quantity=Decimal(30),
        why="Thirty readers with dyslexia follow the text while it is read to them.",
        source_id="F01",  # and no goal: the slip
    ),
    "S05": AnswerLine(
        line_id="S05-N01",
        item_id="Other",
        description="Weather station for the roof",
        quantity=Decimal(1),
        price=Decimal(640),
        why="Grade 5 measures what it computes with in math.",
        source_id="F01",
        goal_id="G07",
    ),
}

CHANGES = {
    "LN-125": lambda line: replace(line, action="Change", quantity=Decimal(130)),
    "LN-171": lambda line: replace(line, action="Drop"),
}
IDENTITY = {"Log", "Manifest"}
"""The sheets that tell which workbook it is: nothing of them changes but the words in A3."""


def main() -> None:
    """Put the answers into the campaign's inbox, each beside what the school was sent."""
    parser = argparse.ArgumentParser(description="Answer a campaign as its schools would.")
    parser.add_argument("campaign", type=Path, help="the campaign's folder")
    parser.add_argument("--mended", action="store_true", help="S03 sends its workbook again")
    asked = parser.parse_args()
    folder, _ = open_campaign(asked.campaign)
    budget, _ = load_folder(folder.district)
    packs = packs_of(budget, send_to=folder.facts.contact, due=folder.facts.due_date)
    sizes = sizes_for(packs.of(school.school_id) for school in budget.schools)
    for school_id in ["S03"] if asked.mended else SIGNED:
        (path,) = folder.out.glob(f"*_{school_id}.xlsx")
        opened, _ = read_school_book(path)
        answer = edited(opened, mended=asked.mended)
        plan = school_book(packs.of(school_id), answer, sizes=sizes)
        values = book_values(plan)
        shown = {at: values[at] for at in values if at[0] not in IDENTITY or at[1] == "A3"}
        name = path.name.replace(".xlsx", " (2).xlsx") if asked.mended else path.name
        fill(prepare(path), shown, folder.inbox / name)
        print(f"{SIGNED[school_id].name} sends {name}")


def edited(opened: SchoolAnswer, *, mended: bool) -> SchoolAnswer:
    """What a school makes of its workbook: it keeps, changes and adds lines, and signs."""
    school_id = opened.school_id
    lines = [CHANGES.get(line.line_id, lambda same: same)(line) for line in opened.lines]
    new = NEW.get(school_id)
    if new is not None:
        lines.append(replace(new, goal_id="G01") if mended else new)
    return replace(opened, lines=tuple(lines), sign_off=SIGNED[school_id])


if __name__ == "__main__":
    main()
