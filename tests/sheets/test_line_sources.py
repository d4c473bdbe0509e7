"""line_sources: who pays for a line, until when, and who succeeds."""

import pytest

from analysis.budgets import every_year, line, source
from sheets.reading import by_years, first_line

GRANT = source("GRANT", *[100] * 5, last_fiscal_year=2028)
GENERAL = source("GEN", *every_year(100).values(), first_fiscal_year=2028)
SOURCES = {"sources": (GRANT, GENERAL)}


def test_the_payer_becomes_the_successor_after_the_source_has_ended():
    made = line(source_1="GRANT", successor="GEN")
    found = by_years("Payer 1 of year {k}", made, **SOURCES)
    assert found == ("GRANT", "GRANT", "GEN", "GEN", "GEN")


@pytest.mark.parametrize(
    ("facts", "last_payer"),
    [
        ({"source_1": "GRANT"}, ""),
        ({"source_1": "GEN", "successor": "GRANT"}, "GEN"),
        ({"source_1": "unknown", "successor": "GEN"}, ""),
        ({"source_1": "", "successor": "GEN"}, ""),
    ],
)
def test_a_source_that_goes_on_or_is_unknown_has_no_successor(facts, last_payer):
    assert first_line("Payer 1 of year 5", line(**facts), **SOURCES) == last_payer


def test_every_slot_has_its_own_payer():
    made = line(source_1="GEN", source_2="GRANT", source_share_2=0.4, successor="GEN")
    found = [first_line(f"Payer {slot} of year 3", made, **SOURCES) for slot in (1, 2, 3)]
    assert found == ["GEN", "GEN", ""]


@pytest.mark.parametrize(
    ("name", "ends"), [("GRANT", 2028), ("GEN", 9999), ("unknown", 0), ("", 0)]
)
def test_the_end_of_a_source_is_its_last_paying_year(name, ends):
    assert first_line("Source 1 ends", line(source_1=name), **SOURCES) == ends
    assert first_line("Successor ends", line(successor=name), **SOURCES) == ends


@pytest.mark.parametrize(("name", "first"), [("GEN", 2028), ("GRANT", 0), ("unknown", 0)])
def test_a_successor_pays_from_its_first_year(name, first):
    assert first_line("Successor from", line(successor=name), **SOURCES) == first


@pytest.mark.parametrize(
    ("areas", "area", "allowed"),
    [
        ((), "hardware", 1),
        ((), "", 1),
        (("hardware", "broadband"), "hardware", 1),
        (("broadband",), "hardware", 0),
        (("broadband",), "", 0),
    ],
)
def test_a_successor_pays_for_the_areas_it_may(areas, area, allowed):
    given = source("GEN", 100, allowed_areas=areas)
    made = line(successor="GEN", area=area)
    assert first_line("Successor allowed", made, sources=(given,)) == allowed
    assert first_line("Successor allowed", made) == 0
