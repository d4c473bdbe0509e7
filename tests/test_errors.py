"""The refusals: what one says, and that it comes whole out of another process."""

from __future__ import annotations

import pickle
from collections.abc import Iterator

import pytest

from xlbudget import errors
from xlbudget.errors import XlbudgetError


def every_kind(kind: type[XlbudgetError] = XlbudgetError) -> Iterator[type[XlbudgetError]]:
    yield kind
    for below in kind.__subclasses__():
        if below.__module__ == errors.__name__:
            yield from every_kind(below)


@pytest.mark.parametrize("kind", list(every_kind()), ids=lambda kind: kind.__name__)
def test_a_refusal_comes_whole_out_of_another_process(kind: type[XlbudgetError]) -> None:
    made = kind(saw="It is 7", wants="It is at most 5", fix="Lower it", place="Goals!B7")
    again = pickle.loads(pickle.dumps(made))  # noqa: S301 - our own bytes of a moment ago
    assert (type(again), str(again), vars(again)) == (kind, str(made), vars(made))


def test_a_refusal_says_where_what_and_what_to_do() -> None:
    made = XlbudgetError(saw="It is 7", wants="It is at most 5", fix="Lower it", place="Goals!B7")
    assert str(made) == "Goals!B7: It is 7. It is at most 5. Lower it. [XLB-000]"


def test_every_refusal_has_a_code_of_its_own() -> None:
    codes = [kind.code for kind in every_kind()]
    assert len(set(codes)) == len(codes)
