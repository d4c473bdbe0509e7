"""funding_by_source: what each source pays by year."""

from sheets.mixed_money import MIXED
from sheets.reading import column_of
from sheets.rich import shown
from xlbudget.sheets.funding_by_source import funding_by_source

TABLE = funding_by_source(MIXED)


def cells(place):
    return tuple(map(shown, TABLE.rows[place].cells))


def test_every_source_shows_what_it_pays():
    assert column_of(TABLE, "Source")[:2] == ["GEN · GEN", "GRANT · GRANT"]
    assert cells(1)[1:] == ("one-time", 300, 100, 0, 0, 0, 400)


def test_spare_rows_wait_for_sources_to_come():
    assert [row.key for row in TABLE.rows] == list("012345")
    assert cells(4) == ("", "", 0, 0, 0, 0, 0, 0)
