"""What a line still lacks, as formulas: one for each lack of ``model.school_line``."""

from __future__ import annotations

from xlbudget.model.rules.short_justification import SHORTEST
from xlbudget.model.school_answer import Action
from xlbudget.model.school_line import LACKS, PRIOR_ACTIONS
from xlbudget.sheets.plan import ref, text, whole
from xlbudget.sheets.school.frame import id_text
from xlbudget.sheets.school.my_lines import FIGURES, line_cell


def lacks_formula(row: str) -> str:
    """Return the formula of the words for what a row of My lines lacks, "" when nothing."""
    tests = lack_tests(row)
    parts = (f"REPT({text(', ' + lack.noun)},({tests[lack.noun]})*1)" for lack in LACKS)
    return f"=MID({'&'.join(parts)},3,300)"


def lack_tests(row: str) -> dict[str, str]:
    """Return, by the noun of each lack, the formula text that is 1 (or true) when it is lacking.

    Args:
        row: Key of the row.

    """
    cell = {
        name: line_cell(row, name)
        for name in ("action", "item_id", "description", "quantity", "price", "why")
    }
    prior, item, other, whole_units = (
        ref(FIGURES, row, header) for header in ("Prior", "Item", "Other", "Whole")
    )
    kept = f"({prior}>0)*({cell['action']}={text(Action.KEEP)})"
    number = f"N({cell['quantity']})"
    before = f"INDEX({whole('Quantity', 'LastYear')},MAX(1,{prior}))"
    last_item = f"INDEX({whole('Item', 'LastYear')},MAX(1,{prior}))"
    none_of = "*".join(f"({cell['action']}<>{text(action)})" for action in PRIOR_ACTIONS)
    new = f"({cell['action']}<>{text('')})*({cell['action']}<>{text(Action.NEW)})"
    return {
        "what to do": f"({prior}>0)*{none_of}+({prior}=0)*{new}",
        "an item of the list": f"({prior}=0)*({item}=0)"
        f'+({prior}>0)*({last_item}&""<>{id_text(cell["item_id"])})',
        "a description": f'({other}+{prior}>0)*({cell["description"]}="")',
        "a quantity": f"((1-ISNUMBER({cell['quantity']}))*(1-{kept})+({number}<0)"
        f"+({number}=0)*(1-{kept})>0)",
        "a whole number of units": f"{whole_units}*(1-{kept})*({number}<>INT({number}))",
        "Change in place of Keep": f"{kept}*({number}<>{before})",
        "a price": f"{other}*(N({cell['price']})<=0)",
        "an empty price cell": f'({other}=0)*({cell["price"]}<>"")',
        "a goal": _unknown(ref(FIGURES, row, "Goal"), "GoalChoices", "Goal"),
        "a source": _unknown(ref(FIGURES, row, "Source"), "Sources", "Source"),
        "a reason": f"LEN(TRIM({cell['why']}))<{SHORTEST}",
    }


def _unknown(key: str, table: str, header: str) -> str:
    """Return the test whether an id is blank, or none of a table's."""
    return f'1-ISNUMBER(MATCH({key},{whole(header, table)},0))*({key}<>"")'
