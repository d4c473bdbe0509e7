"""Notes on a year's turn."""

from xlbudget.distribution.roll.note import LEAVING, Topic


def test_each_topic_that_leaves_says_so():
    assert set(LEAVING) == {topic for topic in Topic if topic.endswith(("leave", "left out"))}
