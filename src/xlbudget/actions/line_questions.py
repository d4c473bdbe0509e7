"""The questions about a new line: what it is first, then what follows from that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xlbudget.actions.ask import Ask, Option, Taken
from xlbudget.actions.goal_suggestions import clearly_best, goals_of
from xlbudget.actions.line_answers import FIELDS, ITEM, LineAnswers, payment_key
from xlbudget.model import PlanGoal
from xlbudget.model.choices import CostType
from xlbudget.model.field import Field, Kind
from xlbudget.model.school_item import OTHER, is_other
from xlbudget.model.table import text_of
from xlbudget.model.tables import table_referred
from xlbudget.sheets.choice_lists import YES_NO
from xlbudget.sheets.labels import LABELED

_NOBODY = {"school_id": "the whole district", "goal_1": "no goal yet", "source_1": "nobody yet"}
_WHAT = ("description", "category")
_HOW = ("cost_type",)
_MUCH = {
    CostType.PURCHASE: ("quantity", "unit_price", "service_life", "refresh"),
    CostType.STAFF: ("quantity", "unit_price", "benefit_rate"),
    CostType.CONTRACT: (),
}
_USUAL = ("quantity", "unit_price")
_REST = ("need", "first_fiscal_year", "last_fiscal_year", "goal_1", "source_1", "justification")


def questions(known: LineAnswers) -> tuple[Ask, ...]:
    """Return the questions that are open: those of the first step that cannot be left out.

    The steps are: the standard item; for a thing not on the list what it is, and how its cost
    comes about; then all the rest.  What was answered wrong is asked again, with the reason.
    """
    open_asks: tuple[Ask, ...] = ()
    for step in _steps(known):
        open_asks = tuple(ask for ask in step if ask.key not in known.given or _wrong(known, ask))
        if any(ask.needed for ask in open_asks):
            break
    return open_asks


def _steps(known: LineAnswers) -> Iterator[Sequence[Ask]]:
    if known.budget.standard_items or ITEM in known.wrong:
        yield [_ask_item(known)]
    if is_other(known.item.item_id):
        yield [_ask(known, name) for name in _WHAT]
        yield [_ask(known, name) for name in _HOW]
    yield list(_ask_rest(known))


def _ask_item(known: LineAnswers) -> Ask:
    """Return the question for the standard item; who says what the line is need not answer it."""
    items = known.budget.standard_items
    asked = "What is bought? Pick it from the district's list, or say that it is not on it."
    return Ask(
        key=ITEM,
        question=_with_reason(known, ITEM, asked),
        takes=Taken.CHOICE,
        options=(
            Option(OTHER.item_id, "Not on the list"),
            *(Option(item.item_id, _item_says(item.description, item.unit)) for item in items),
        ),
        suggested=OTHER.item_id,
        needed=ITEM in known.wrong or "description" not in known.given,
    )


def _ask_rest(known: LineAnswers) -> Iterator[Ask]:
    if not is_other(known.item.item_id):
        yield _ask(known, "description")
    yield _ask(known, "school_id")
    if known.budget.programs:
        yield _ask(known, "program_id")
    yield from (_ask(known, name) for name in _MUCH.get(CostType(known.cost_type), _USUAL))
    if known.cost_type == CostType.CONTRACT:
        yield from (_ask_payment(known, year) for year in known.budget.district.years)
    yield from (_ask(known, name) for name in _REST)


def _ask(known: LineAnswers, name: str) -> Ask:
    field = FIELDS[name]
    options, best = _options(known, field)
    suggested = best or text_of(getattr(known.base, name))
    return Ask(
        key=name,
        question=_with_reason(known, name, f"{field.header}: {field.says}"),
        takes=_taken(field, options),
        options=options,
        suggested=suggested,
        needed=name in known.wrong or (name in known.needed and not _settled(name, suggested)),
    )


def _ask_payment(known: LineAnswers, year: int) -> Ask:
    key = payment_key(year)
    return Ask(
        key=key,
        question=_with_reason(known, key, f"Payment of the contract that is due in FY{year}, in $"),
        takes=Taken.NUMBER,
        needed=key in known.wrong or not (known.payments or _all_answered(known)),
    )


def _all_answered(known: LineAnswers) -> bool:
    return all(payment_key(year) in known.given for year in known.budget.district.years)


def _settled(name: str, suggested: str) -> bool:
    """Whether a needed field may be left to what is suggested; how the cost arises may not."""
    return bool(suggested) and name not in _HOW


def _options(known: LineAnswers, field: Field) -> tuple[tuple[Option, ...], str]:
    """Return the answers to choose from, the best first, and the one that stands there."""
    if field.choices:
        return tuple(Option(word, word) for word in field.choices), ""
    if field.kind is Kind.YES_NO:
        return tuple(Option(word, word) for word in YES_NO), ""
    table = table_referred(field)
    if table is None:
        return (), ""
    nobody = Option("", _NOBODY.get(field.name, "none"))
    if table.record is PlanGoal:
        found = goals_of(known.budget).for_line(known.line(""))
        best = clearly_best(found)
        goals = (Option(one.goal.goal_id, one.goal.statement) for one in found)
        return (*goals, nobody), best.goal_id if best else ""
    name = LABELED[field.refers].name_field
    records = table.records(known.budget)
    return (nobody, *(Option(table.id_of(it), str(getattr(it, name))) for it in records)), ""


def _taken(field: Field, options: Sequence[Option]) -> Taken:
    if options:
        return Taken.CHOICE
    return Taken.NUMBER if field.is_number else Taken.TEXT


def _wrong(known: LineAnswers, ask: Ask) -> bool:
    return ask.key in known.wrong


def _with_reason(known: LineAnswers, key: str, question: str) -> str:
    return f"{known.wrong[key]}. {question}" if key in known.wrong else question


def _item_says(description: str, unit: str) -> str:
    return f"{description}, by the {unit}" if unit else description
