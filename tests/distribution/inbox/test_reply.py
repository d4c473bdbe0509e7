"""Reply: one file with all its names."""

from datetime import UTC, datetime

from xlbudget.distribution.inbox import InboxCode, Reply
from xlbudget.distribution.inbox.reply import shown_name
from xlbudget.model.finding import Severity

EARLY, LATE = (datetime(2026, 3, day, tzinfo=UTC) for day in (1, 2))


def test_the_same_bytes_are_one_reply_with_all_names_and_the_earliest_time():
    one = Reply(("b.xlsx",), "ab", 3, LATE)
    both = one.with_another(Reply(("a.xlsx",), "ab", 3, EARLY))
    assert both == Reply(("b.xlsx", "a.xlsx"), "ab", 3, EARLY)


def test_a_warning_does_not_reject():
    warning = InboxCode.OPEN.at("a.xlsx", "open", "closed", "close it", Severity.WARNING)
    fatal = InboxCode.COPYING.at("a.xlsx", "copied", "whole", "wait")
    assert not Reply(("a.xlsx",), findings=(warning,)).is_rejected
    assert Reply(("a.xlsx",), findings=(warning, fatal)).is_rejected


def test_a_name_is_shown_without_what_terminals_obey():
    assert shown_name("a\x1b[31m\u202eb\udce9.xlsx") == "a�[31m�b�.xlsx"
