"""counted: items as they come, and how many there were."""

from xlbudget.distribution.progress import counted, silent


def test_each_item_is_told_after_it_was_used():
    told = []
    items = counted("ab", lambda done, of: told.append((done, of)), 2)
    assert (next(items), told) == ("a", [])
    assert (next(items), told) == ("b", [(1, 2)])
    assert (list(items), told) == ([], [(1, 2), (2, 2)])


def test_nobody_need_be_told():
    assert list(counted("ab", silent)) == ["a", "b"]
