"""A run that is killed leaves a usable register; running again gives what an undisturbed run does.

The moments are drawn at random, once: a statement of the run, before which or after which the
process is killed with signal 9.
"""

import random
import signal

import pytest

from distribution.register.made import AT, collect, everything
from distribution.register.processes import collect_until_killed, open_until_killed, together
from xlbudget.distribution.register import open_register

SCHOOLS, VERSIONS = 20, 2
STATEMENTS = 110  # fewer than a run needs that finds everything recorded
MOMENTS = sorted(random.Random(2027).sample(range(1, STATEMENTS), 10))  # noqa: S311 - no secret
KILLED = [-signal.SIGKILL]


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    """What a register says after a run that nothing disturbed."""
    with open_register(tmp_path_factory.mktemp("alone"), at=AT) as register:
        collect(register, SCHOOLS, versions=VERSIONS)
        return everything(register)


def test_a_run_killed_ten_times_ends_as_an_undisturbed_one(where, undisturbed):
    for statement in MOMENTS:
        codes, _ = together(collect_until_killed, where, SCHOOLS, VERSIONS, statement)
        assert codes == KILLED
    with open_register(where, at=AT) as register:
        assert 0 < len(everything(register)["submission"]) < SCHOOLS * VERSIONS
        collect(register, SCHOOLS, versions=VERSIONS)
        assert everything(register) == undisturbed


@pytest.mark.parametrize("statement", [4, 12, 20])
def test_a_register_whose_making_was_killed_is_made_the_next_time(where, statement):
    codes, _ = together(open_until_killed, where, statement)
    assert codes == KILLED
    with open_register(where, at=AT) as register:
        collect(register, 1)
        assert len(everything(register)["submission"]) == 1
