"""spread: every item has its outcome, wherever the work is done, and memory stays flat."""

from concurrent.futures import Future

import pytest
from hypothesis import given
from hypothesis import strategies as st

import work_items
from xlbudget.distribution.work import spread
from xlbudget.distribution.work.outcome import answers
from xlbudget.distribution.work.processes import Processes
from xlbudget.errors import InputError

ITEMS = range(60)
DOUBLED = {item: 2 * item for item in ITEMS}


def results(outcomes):
    return {outcome.item: outcome.result for outcome in outcomes}


class Drawn:
    """Items without number, and how many of them were drawn ahead of those that came back."""

    def __init__(self):
        self.count = 0

    def __iter__(self):
        for item in range(10_000):
            self.count += 1
            yield item


@given(st.lists(st.integers()), st.integers(1, 5))
def test_one_worker_gives_what_map_gives_in_its_order(items, chunk):
    outcomes = list(spread(work_items.double, items, chunk=chunk))
    assert [outcome.result for outcome in outcomes] == list(map(work_items.double, items))
    assert [outcome.index for outcome in outcomes] == list(range(len(items)))


def test_processes_give_what_one_worker_gives():
    outcomes = list(spread(work_items.double, ITEMS, workers=2, chunk=7))
    assert results(outcomes) == DOUBLED
    assert all(outcome.item == outcome.index for outcome in outcomes)


def test_more_workers_are_other_processes():
    pids = {outcome.result for outcome in spread(work_items.waits, range(8), workers=2, chunk=1)}
    assert len(pids) == 2


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize(
    ("function", "saw", "code"),
    [
        (work_items.fails, "a fault of its own (ValueError)", ""),
        (work_items.exits, "a fault of its own (SystemExit)", ""),
        (work_items.refuses, "A line is blank", "XLB-205"),
    ],
)
def test_an_item_that_raises_stops_nothing(function, saw, code, workers):
    outcomes = {outcome.item: outcome for outcome in spread(function, ITEMS, workers=workers)}
    failed = outcomes.pop(work_items.BAD)
    assert saw in failed.failure.saw
    assert (failed.failure.code, failed.result) == (code, None)
    assert results(outcomes.values()) == {k: v for k, v in DOUBLED.items() if k in outcomes}


def test_one_worker_draws_one_item_at_a_time():
    drawn = Drawn()
    for count, _ in enumerate(spread(work_items.double, drawn), 1):
        assert drawn.count == count


@pytest.mark.parametrize(("count", "chunk"), [(0, 0), (3, 1), (40, 5), (99, 12), (10_000, 25)])
def test_a_short_list_is_shared_out_fairly(count, chunk, monkeypatch):
    given = []

    def at_once(_self, function, items):
        given.append(len(items))
        done = Future()
        done.set_result(answers(function, items))
        return done

    monkeypatch.setattr(Processes, "submit", at_once)
    outcomes = list(spread(work_items.double, range(count), workers=2))
    assert sorted(outcome.result for outcome in outcomes) == [2 * item for item in range(count)]
    assert max(given, default=0) == chunk


def test_processes_draw_no_more_than_two_chunks_each_ahead():
    drawn, ahead = Drawn(), 0
    for count, _ in enumerate(spread(work_items.double, drawn, workers=2, chunk=25), 1):
        ahead = max(ahead, drawn.count - count)
    assert count == 10_000
    assert ahead <= 2 * 2 * 25


@pytest.mark.parametrize("in_order", [False, True])
def test_outcomes_come_in_the_order_of_the_items_when_that_is_asked(monkeypatch, in_order):
    given = []

    def in_two_steps(_self, function, items):
        future = Future()
        given.append((future, answers(function, items)))
        if len(given) % 2 == 0:  # the second of two chunks is done first
            for one, found in reversed(given[-2:]):
                one.set_result(found)
        return future

    monkeypatch.setattr(Processes, "submit", in_two_steps)
    outcomes = list(spread(work_items.double, range(40), workers=2, chunk=5, in_order=in_order))
    assert sorted(one.result for one in outcomes) == [2 * item for item in range(40)]
    assert not in_order or [one.index for one in outcomes] == list(range(40))


def test_in_order_a_slow_item_holds_back_what_is_drawn():
    drawn, ahead = Drawn(), 0
    outcomes = spread(work_items.double, drawn, workers=2, chunk=5, in_order=True)
    for count, outcome in enumerate(outcomes, 1):
        assert outcome.index == count - 1
        ahead = max(ahead, drawn.count - count)
    assert ahead <= 2 * 2 * 5


def test_work_that_nobody_wants_any_more_ends():
    outcomes = spread(work_items.waits, Drawn(), workers=2, chunk=5)
    next(outcomes)
    outcomes.close()
    assert list(outcomes) == []


@pytest.mark.parametrize("wrong", [{"workers": 0}, {"workers": -1}, {"chunk": 0}])
def test_no_workers_are_refused_before_anything_is_drawn(wrong):
    with pytest.raises(InputError, match="are asked for"):
        spread(work_items.double, ITEMS, **wrong)
