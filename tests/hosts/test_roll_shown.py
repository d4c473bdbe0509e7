"""A year's turn as it is told: by topic, the first notes of many, sums of all."""

from decimal import Decimal

from distribution.played import BUDGET, FACTS
from xlbudget.distribution.consolidate.found import Found
from xlbudget.distribution.roll import Note, Rolled, Topic
from xlbudget.distribution.roll.turn import Turn
from xlbudget.hosts.roll_shown import put_rolled, rolled_json

NOTES = tuple(
    Note(Topic.DONE, f"L{number}", "Cabling", "S1", Decimal("10.50")) for number in range(22)
)
ROLLED = Rolled(
    turn=Turn(BUDGET, BUDGET),
    parts=lambda: (),
    lines=7,
    carried=Decimal(0),
    left_out=Decimal(231),
    years=(),
    notes=NOTES,
    counts={Topic.DONE: 22},
    found=Found((), {}),
)


def test_of_many_notes_twenty_are_told_and_all_are_summed(capsys):
    put_rolled(FACTS, ROLLED)
    told = capsys.readouterr().out.splitlines()
    assert "$231.00 of that year leaves" in told[1]
    assert "One-time lines that are done: they leave (22)" in told
    assert len([line for line in told if line.startswith("S1 ")]) == 20
    assert told[-1] == "2 more; --json tells all."


def test_json_tells_all_of_them():
    facts = rolled_json(FACTS, ROLLED)
    assert (len(facts["notes"]), facts["left_out"]) == (22, 231)
    assert facts["notes"][0]["topic"] == "done"
