"""One table, four hosts: Python, xlwings' real server, the add-in's VBA, LibreOffice's cells."""

import pytest

from catalogue.agreement import agrees
from catalogue.cases import LIBREOFFICE, TABLE, UDF, VBA
from hosts.excel.routes import through_udf, through_vba
from hosts.libreoffice.routes import through_cells
from xlbudget.catalogue import FUNCTIONS, call

HOSTS = (UDF, VBA, LIBREOFFICE)
NAMES = [case.name for case in TABLE]


def _expected(case, host):
    """Return what a host shows: the same as Python, unless the table says why it cannot."""
    if host in case.differs:
        return case.differs[host][1]
    return call(FUNCTIONS[case.function], case.cells)


@pytest.fixture(scope="module")
def in_libreoffice():
    """Return what LibreOffice's cells show, by the name of a case."""
    shown = through_cells([(FUNCTIONS[case.function], case.cells) for case in TABLE])
    return dict(zip(NAMES, shown, strict=True))


@pytest.mark.parametrize("case", TABLE, ids=NAMES)
def test_xlwings_answers_the_same(case):
    found = through_udf(FUNCTIONS[case.function], case.cells)
    assert agrees(found, _expected(case, UDF)), found


@pytest.mark.parametrize("case", TABLE, ids=NAMES)
def test_vba_answers_the_same(case):
    found = through_vba(FUNCTIONS[case.function], case.cells)
    assert agrees(found, _expected(case, VBA)), found


@pytest.mark.parametrize("case", TABLE, ids=NAMES)
def test_libreoffice_shows_the_same(case, in_libreoffice):
    found = in_libreoffice[case.name]
    assert agrees(found, _expected(case, LIBREOFFICE)), found


DIFFERENCES = [(case, host) for case in TABLE for host in case.differs]


@pytest.mark.parametrize(
    ("case", "host"), DIFFERENCES, ids=[f"{host}: {case.name}" for case, host in DIFFERENCES]
)
def test_a_difference_is_told_in_words_and_is_one(case, host):
    why, instead = case.differs[host]
    assert host in HOSTS
    assert len(why.split()) > 3
    assert not agrees(instead, call(FUNCTIONS[case.function], case.cells))
