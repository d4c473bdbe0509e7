"""Which submission counts does not depend on the order in which files were collected."""

from itertools import permutations

import pytest

from distribution.register.made import AT, collect, everything, line, record
from xlbudget.distribution.register import open_register

FILES = ((1, 0), (2, 1), (3, 1))  # a file's bytes, and its time: two are of the same


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    """What the register says of submissions and totals, for every order of three files."""
    found = []
    for order in permutations(FILES):
        with open_register(tmp_path_factory.mktemp("order"), at=AT) as register:
            collect(register, 1, versions=0)
            for number, later in order:
                record(register, number, later=later, lines=[line(1, amount=f"{number}.00")])
            said = everything(register)
            found.append((said["submission"], said["roll_up"], said["submission_total"]))
    return found


def test_every_order_has_the_same_outcome(outcomes):
    assert len(outcomes) == 6
    assert all(outcome == outcomes[0] for outcome in outcomes)


def test_exactly_one_submission_counts(outcomes):
    submissions, totals, _ = outcomes[0]
    assert sum("'state': 'accepted'" in one for one in submissions) == 1
    assert len(totals) == 2
