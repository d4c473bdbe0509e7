"""The workbooks that every action is tried on."""

import pytest

from actions import snapshots


@pytest.fixture(scope="session")
def river(riverbend):
    """The sample district's workbook."""
    return snapshots.snapshot_of(riverbend)


@pytest.fixture(scope="session")
def half():
    """A half-filled workbook."""
    return snapshots.half_filled()


@pytest.fixture(scope="session")
def empty():
    """An empty workbook."""
    return snapshots.empty()


@pytest.fixture(scope="session")
def broken():
    """A workbook with a fatal finding."""
    return snapshots.broken()


@pytest.fixture(scope="session")
def bare():
    """No workbook of ours at all."""
    return snapshots.bare()
