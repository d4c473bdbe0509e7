"""How the records of two tables differ: added, removed, or changed field by field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, NamedTuple

from xlbudget.model.field import Field, fields_of
from xlbudget.model.tables import Table


class Change(StrEnum):
    """What became of a record."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Key(NamedTuple):
    """What a record goes by: its id, or all it says; and which of several alike it is."""

    name: object
    nth: int


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of a record before and after; of a yearly one a single year."""

    field: Field
    year: int | None
    old: object
    new: object

    @property
    def name(self) -> str:
        """Return the field's name in files."""
        return self.field.name if self.year is None else f"{self.field.name}_{self.year}"


@dataclass(frozen=True, slots=True)
class RecordChange:
    """What became of one record; of an added or removed one each field that is not blank."""

    key: Key
    record_id: str
    label: str
    change: Change
    fields: tuple[FieldChange, ...]


def keyed(table: Table, records: Iterable[Any]) -> dict[Key, Any]:
    """Return records by what they go by, in order."""
    found: dict[Key, Any] = {}
    seen: Counter[object] = Counter()
    for record in records:
        name = table.id_of(record) if table.key else tuple(_flat(record).items())
        found[Key(name, seen[name])] = record
        seen[name] += 1
    return found


def record_change(table: Table, key: Key, old: object | None, new: object | None) -> RecordChange:
    """Return what became of a record that stands in one budget or in both."""
    one = old if new is None else new
    before = _blank(table) if old is None else _flat(old)
    after = _blank(table) if new is None else _flat(new)
    change = Change.ADDED if old is None else Change.REMOVED if new is None else Change.CHANGED
    spots = dict.fromkeys((*before, *after))
    fields = tuple(
        FieldChange(field, year, before.get((field, year)), after.get((field, year)))
        for field, year in spots
        if before.get((field, year)) != after.get((field, year))
    )
    return RecordChange(key, table.id_of(one), _label(table, one), change, fields)


def record_changes(
    table: Table, olds: Iterable[object], news: Iterable[object]
) -> tuple[RecordChange, ...]:
    """Return what was removed, changed and added; an order alone is no change.

    Args:
        table: The table of both.
        olds: Its records before.
        news: Its records after.

    """
    before, after = keyed(table, olds), keyed(table, news)
    made = (
        record_change(table, key, before.get(key), after.get(key))
        for key in dict.fromkeys((*before, *after))
    )
    return tuple(one for one in made if one.fields or one.change is not Change.CHANGED)


def applied(
    table: Table, records: Iterable[object], changes: Iterable[RecordChange]
) -> tuple[Any, ...]:
    """Return records after changes to them; what is added stands last."""
    found = keyed(table, records)
    for change in changes:
        if change.change is Change.REMOVED:
            del found[change.key]
        else:
            found[change.key] = _with(found.get(change.key, table.record()), change.fields)
    return tuple(found.values())


_Flat = Mapping[tuple[Field, int | None], object]


def _flat(record: Any) -> _Flat:  # noqa: ANN401 - any record
    """Return each field's value, of a yearly one each year's."""
    kind: type = type(record)
    flat: dict[tuple[Field, int | None], object] = {}
    for field in fields_of(kind):
        value = getattr(record, field.name)
        if field.yearly:
            years = {year: one for year, one in sorted(value.items()) if one is not None}
            flat |= {(field, year): one for year, one in years.items()}
        else:
            flat[field, None] = value
    return flat


def _blank(table: Table) -> _Flat:
    return _flat(table.record())


def _with(record: Any, changes: Iterable[FieldChange]) -> object:  # noqa: ANN401 - any record
    values: dict[str, Any] = {}
    for one in changes:
        if one.year is None:
            values[one.field.name] = one.new
        else:
            years = values.setdefault(one.field.name, dict(getattr(record, one.field.name)))
            years[one.year] = one.new
            if one.new is None:
                del years[one.year]
    return replace(record, **values)


def _label(table: Table, record: object) -> str:
    """Return the words by which people know a record: its text, or its first fields."""
    names = [field.name for field in table.fields]
    told = next((name for name in ("description", "name", "statement") if name in names), "")
    return str(getattr(record, told)) if told else ""
