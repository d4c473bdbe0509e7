"""An outcome as JSON, for hosts that are no Python; and the answers that come back from them.

Text, plain numbers, truth values and nothing are themselves.  Any other value is an object of one
key that says what it is: ``{"number": "12.50"}`` in exact digits, ``{"date": "2026-11-24"}``,
``{"formula": "=A1"}``.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

from xlbudget.actions.ask import Answers, Ask
from xlbudget.actions.edit import Edit, TableEdit
from xlbudget.actions.outcome import Outcome
from xlbudget.actions.request import Request, WriteWorkbook
from xlbudget.actions.snapshot import Formula, Value
from xlbudget.errors import InputError
from xlbudget.model.fault import shown
from xlbudget.model.finding import Finding

Json: TypeAlias = dict[str, Any]
LONGEST = 1_000_000  # characters of all answers together
_PLACE = ("file", "row", "column", "record", "sheet", "cell")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


def outcome_json(outcome: Outcome) -> Json:
    """Return an outcome as what JSON can hold."""
    return {
        "says": outcome.says,
        "refused": outcome.refused,
        "waits": outcome.waits,
        "edits": [edit_json(edit) for edit in outcome.edits],
        "requests": [request_json(request) for request in outcome.requests],
        "asks": [_ask_json(ask) for ask in outcome.asks],
        "facts": [asdict(facts) for facts in outcome.facts],
        "findings": [finding_json(finding) for finding in outcome.findings],
    }


def edit_json(edit: Edit) -> Json:
    """Return an edit as what JSON can hold: a cell of a table, or a named cell."""
    value = value_json(edit.value)
    if isinstance(edit, TableEdit):
        return {"table": edit.table, "row": edit.row, "header": edit.header, "value": value}
    return {"name": edit.name, "value": value}


def value_json(value: Value) -> object:
    """Return what a cell holds as what JSON can hold."""
    match value:
        case Decimal():
            return {"number": f"{value:f}"}
        case date():
            return {"date": value.isoformat()}
        case Formula():
            return {"formula": value.text}
    return value


def request_json(request: Request) -> Json:
    """Return a request as what JSON can hold; of a new workbook its title and its tabs."""
    kind = {"request": _HUMP.sub("-", type(request).__name__).lower()}
    if isinstance(request, WriteWorkbook):
        tabs = [sheet.title for sheet in request.book.sheets]
        told = {"path": request.path, "says": request.says}
        return {**kind, **told, "title": request.book.title, "sheets": tabs}
    return {**kind, **asdict(request)}


def finding_json(finding: Finding) -> Json:
    """Return a finding as what JSON can hold, its place in words and in parts."""
    place = finding.place
    return {
        "severity": finding.severity.value,
        "code": finding.code,
        "place": str(place),
        **{name: getattr(place, name) or None for name in _PLACE},
        "saw": finding.saw,
        "wants": finding.wants,
        "fix": finding.fix,
    }


def answers_from(text: str) -> Answers:
    """Return the answers that a text in JSON holds: one object, a text for each key.

    Args:
        text: The JSON.

    Raises:
        InputError: It is no JSON, no such object, too long, or a key stands in it twice.

    """
    if len(text) > LONGEST:
        raise _refused(f"The answers have {len(text):,} characters")
    try:
        found = json.loads(text, object_pairs_hook=_pairs)
    except (ValueError, RecursionError) as fault:
        raise _refused(f"The answers are no JSON: {fault}") from None
    if not isinstance(found, dict):
        raise _refused(f"The answers are {shown(text)}")
    for key, answer in found.items():
        if not isinstance(answer, str):
            raise _refused(f"The answer to {shown(key)} is {shown(json.dumps(answer))}")
    return found


def _ask_json(ask: Ask) -> Json:
    return {**asdict(ask), "takes": ask.takes.value}


def _pairs(pairs: list[tuple[str, object]]) -> Json:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise _refused(f"The key {shown(twice)} stands there twice")
    return found


def _refused(saw: str) -> InputError:
    return InputError(
        saw=saw,
        wants=f"Answers are one JSON object with a text for each key, of {LONGEST:,} characters "
        "at most",
        fix='Write them as {"item": "SI01", "quantity": "30"}',
    )
