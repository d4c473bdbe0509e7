"""put_import and import_json: preview, counts, and control totals that tie or say so."""

from decimal import Decimal

from foreign import ACTUALS_MAPPING
from xlbudget.hosts.import_shown import import_json, put_import
from xlbudget.hosts.terminal import stdout
from xlbudget.model import LineItem
from xlbudget.model.control_total import ControlTotal
from xlbudget.model.finding import Place
from xlbudget.model.mapped import Mapped
from xlbudget.model.mapping_file import read_mapping

MAPPING = read_mapping(ACTUALS_MAPPING, Place()).mapping
ODD = ControlTotal("Amount", "amount_2027", Decimal("10.101"), *map(Decimal, ("0", "0", "10.10")))


def mapped(count):
    lines = tuple(LineItem(line_id=f"L{k}", description="A") for k in range(count))
    return Mapped(lines, tuple(range(5, 5 + count)), totals=(ODD,))


def shown(capsys, found):
    put_import(stdout(), MAPPING, found, ())
    return [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]


def test_the_first_five_records_are_shown_with_their_rows(capsys):
    told = shown(capsys, mapped(7))
    assert "line_items.csv: the first 5 of 7 as they will be" in told
    assert "5 L0 A no" in told
    assert "9 L4 A no" in told
    assert "10 L5 A no" not in told


def test_a_control_total_that_does_not_tie_says_by_how_much(capsys):
    told = shown(capsys, mapped(1))
    assert "Amount amount_2027 10.101 0 0 10.10 no: 0.001 differs" in told


def test_a_refused_import_is_json_too():
    facts = import_json(None, Mapped(), None, (), is_written=False)
    assert (facts["path"], facts["written"], facts["records"]) == (None, False, [])
