"""Lines of one id are found among very many, whatever a spreadsheet takes for one."""

from xlbudget.distribution.consolidate.doubles import Ids


def ids(*given):
    found = Ids()
    for line_id in given:
        found.add(line_id)
    return found


def test_ids_that_differ_are_not_repeated():
    assert ids(*(f"L{number}" for number in range(20_000))).repeated() == frozenset()


def test_what_a_spreadsheet_takes_for_one_is_repeated():
    assert len(ids("L1", "l1", "L2", "L1").repeated()) == 1
    assert ids("L1", "L2").repeated().isdisjoint(ids("L1", "l1").repeated())
