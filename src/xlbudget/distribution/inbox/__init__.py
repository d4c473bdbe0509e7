"""What came back from schools: every file once, and nothing of it changed."""

from xlbudget.distribution.inbox.inbox import Inbox, each_reply, look_into
from xlbudget.distribution.inbox.inbox_code import InboxCode
from xlbudget.distribution.inbox.reply import Reply

__all__ = ["Inbox", "InboxCode", "Reply", "each_reply", "look_into"]
