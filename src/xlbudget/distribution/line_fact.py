"""What a rule may ask of a line: its fields, and what it costs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches

from xlbudget.distribution.register.submissions.accepted_lines import AcceptedLine
from xlbudget.errors import UnknownChoiceError
from xlbudget.model.field import NUMBERS, Field, Kind, fields_of
from xlbudget.model.line_item import SLOTS, LineItem
from xlbudget.model.school_answer import Action

Values = tuple[Decimal | str, ...]
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class LineFact:
    """A fact of a line by its name in rules; a blank has no values, a split has several."""

    name: str
    kind: Kind
    says: str
    values: Callable[[AcceptedLine], Values]
    words: tuple[str, ...] = ()

    @property
    def is_number(self) -> bool:
        """Whether it is compared as a number."""
        return self.kind in NUMBERS


def total_of(line: AcceptedLine) -> Decimal:
    """Return what a line costs over the years of its plan, in dollars."""
    return sum(line.line.amounts.values(), Decimal(0))


def first_amount(line: AcceptedLine) -> Decimal:
    """Return what a line costs in the first year of its plan, in dollars."""
    amounts = line.line.amounts
    return amounts[min(amounts)] if amounts else Decimal(0)


def fact_named(name: str) -> LineFact:
    """Return a fact by its name in rules, or by its header.

    Raises:
        UnknownChoiceError: Lines have no such field.

    """
    asked = "_".join(name.casefold().replace("_", " ").split())
    found = _NAMES.get(asked)
    if found is None:
        near = get_close_matches(asked, _NAMES, n=_SHOWN)
        raise UnknownChoiceError(
            saw=f"The rule names “{name.strip()}”, which is no field of a line",
            wants=f"Fields are: {', '.join(fact.name for fact in FACTS)}",
            fix=f"Did you mean {' or '.join(near)}?" if near else "Choose one of them",
        )
    return found


def _of_field(field: Field) -> LineFact:
    words = ("yes", "no") if field.kind is Kind.YES_NO else field.choices
    return LineFact(field.name, field.kind, field.says, lambda line: _item(line, field), words)


def _item(line: AcceptedLine, field: Field) -> Values:
    value = getattr(line.line.item, field.name)
    if isinstance(value, bool):
        return ("yes" if value else "no",)
    return _given((value,))


def _slots(noun: str) -> Callable[[AcceptedLine], Values]:
    names = [f"{noun}_{slot}" for slot in SLOTS]
    return lambda line: _given(getattr(line.line.item, name) for name in names)


def _given(values: Iterable[Decimal | str | int | None]) -> Values:
    return tuple(
        Decimal(value) if isinstance(value, int) else value
        for value in values
        if value not in ("", None)
    )


FACTS = (
    LineFact(
        "cost",
        Kind.MONEY,
        "What the line costs over the years of the plan.",
        lambda line: (total_of(line),),
    ),
    LineFact(
        "amount",
        Kind.MONEY,
        "What the line costs in the first year of the plan.",
        lambda line: (first_amount(line),),
    ),
    LineFact(
        "school_id",
        Kind.ID,
        "School that sent the line.",
        lambda line: (line.school_id,),
    ),
    LineFact(
        "action",
        Kind.CHOICE,
        "What the school did with the line.",
        lambda line: _given((line.line.action,)),
        tuple(action.value for action in Action),
    ),
    LineFact("goal", Kind.ID, "Any goal that the line serves.", _slots("goal")),
    LineFact("source", Kind.ID, "Any source that pays for it.", _slots("source")),
    *(
        _of_field(field)
        for field in fields_of(LineItem)
        if not field.yearly and field.name != "school_id"
    ),
)
"""What a rule may ask, in the order in which it is offered."""

_HEADERS = {"_".join(field.header.casefold().split()): field.name for field in fields_of(LineItem)}
_BY_NAME = {fact.name: fact for fact in FACTS}
_NAMES = {
    **{alias: _BY_NAME[name] for alias, name in _HEADERS.items() if name in _BY_NAME},
    **_BY_NAME,
}
