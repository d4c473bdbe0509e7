"""Records that are sent come home equal, in fewer bytes than fields would take by name."""

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass
from decimal import Decimal

import pytest

from school_answers import school_pack
from xlbudget.model.sent import sent


@sent
@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A record with two fields."""

    name: str
    width: Decimal | None = None


BOX = Box(name="A", width=Decimal("1.50"))


@pytest.mark.parametrize("record", [BOX, school_pack()], ids=["box", "pack"])
def test_what_is_sent_comes_home_equal(record):
    home = pickle.loads(pickle.dumps(record))  # noqa: S301 - our own bytes
    assert home == record
    assert copy.deepcopy(record) == record


def test_only_values_travel():
    assert BOX.__getstate__() == ("A", Decimal("1.50"))


def test_a_record_stays_frozen():
    with pytest.raises(FrozenInstanceError):
        BOX.name = "B"


def test_a_state_of_other_fields_is_refused():
    with pytest.raises(ValueError, match="argument 2"):
        BOX.__setstate__(("A",))
