"""What every school answers: the cells that are typed, and the lines that they mean."""

from fractions import Fraction
from random import Random

from distribution.collect.made import CHECK, LINES
from distribution.play.district import FIRST, GOALS, ITEMS, RISKY, SOURCES, WHY

FIRST_ROW = 9
DAY = 46_080  # 2026-02-27
QUANTITY, CHANGED = 30, 31
DEVICES, DROPPED, ADDED = 0, 1, 2
"""Places in every answer, which damage hits: devices that change, a line that goes, a new one."""


def answer(school, size):
    """Let a school answer: fill in its lines, and the cells that say so."""
    dice = Random(f"answer {size.seed} {school.key}")  # noqa: S311 - no secret
    school.cells = {CHECK: {"B9": "=Dana", "B10": "Principal", "B11": DAY, "B12": "-"}}
    typed = school.cells.setdefault(LINES, {})
    school.lines = []
    for place, line in enumerate(school.last_year):
        row = FIRST_ROW + place
        kept, cells = _of_last_year(school, place, line, dice)
        typed.update({f"{column}{row}": value for column, value in cells.items()})
        school.lines += [kept | {"row": row}] if kept else []
    for place in range(size.new):
        row = FIRST_ROW + len(school.last_year) + place
        line, cells = _new(school, place, dice)
        typed.update({f"{column}{row}": value for column, value in cells.items()})
        school.lines.append(line | {"row": row})


def _of_last_year(school, place, line, dice):
    """A line of last year as it goes on, or None; and what is typed by column."""
    if place == DEVICES:
        return line | {"quantity": Fraction(CHANGED)}, {"C": "Change", "G": CHANGED}
    chance = dice.randrange(10)
    if place == DROPPED or chance == 0:
        return None, {"C": "Drop"}
    change, cells = _change(school, line, dice, chance)
    return line | change, cells


def _change(school, line, dice, chance):
    """What changes in a line that goes on, and what is typed; mostly nothing."""
    match chance:
        case 1 if "payment" not in line and line["quantity"].denominator == 1:
            more = dice.randrange(1, 90)
            return {"quantity": Fraction(more)}, {"C": "Change", "G": more}
        case 2:
            key = _another(dice, (*GOALS, school.goal), line["goals"])
            return {"goals": {key: Fraction(1)}}, {"C": "Change", "J": _goal(school, key)}
        case 3:
            key = _another(dice, SOURCES, line["sources"])
            return {"sources": {key: Fraction(1)}}, {"C": "Change", "K": _source(key)}
        case 4:
            words = dice.choice(RISKY)
            return {"words": words}, {"C": "Change", "E": words}
    return {}, {}


def _another(dice, keys, shares):
    """One of some keys that is not the first of a line: to choose the same changes nothing."""
    return dice.choice([key for key in keys if key != next(iter(shares))])


def _new(school, place, dice):
    """A new line, and what is typed by column; the first one is reading licences."""
    kind = ITEMS[1] if not place else dice.choice((*ITEMS, None))
    goal = dice.choice((*GOALS, school.goal))
    why, quantity = dice.choice(WHY), 10 if not place else dice.randrange(1, 120)
    line = {
        "school": school.key,
        "line": f"{school.key}-N{place + 1:02}",
        "kind": kind.key if kind else "Other",
        "words": kind.words if kind else dice.choice(RISKY),
        "why": why,
        "quantity": Fraction(quantity),
        "cents": kind.cents if kind else dice.randrange(1, 90_000),
        "first": FIRST,
        "goals": {goal: Fraction(1)},
        "sources": {"F1": Fraction(1)},
    }
    cells = {"D": _item(kind), "G": quantity, "J": _goal(school, goal), "L": why}
    if kind is None:
        cells |= {"E": line["words"], "H": line["cents"] / 100}
    if dice.randrange(2):
        cells["C"] = "New"
    if dice.randrange(3) == 0:
        key = dice.choice(list(SOURCES))
        line["sources"] = {key: Fraction(1)}
        cells["K"] = _source(key)
    return line, cells


def _item(kind):
    if kind is None:
        return "Other · not on the list"
    return f"{kind.key} · {kind.words} ({kind.cents / 100:,.2f})"


def _goal(school, key):
    return f"{key} · {GOALS.get(key, school.goal_words)}"


def _source(key):
    return f"{key} · {SOURCES[key][0]}"
