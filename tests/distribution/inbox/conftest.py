"""An inbox to put files into, and what is found there."""

import pytest

from xlbudget.distribution.inbox import look_into


class Mail:
    """An inbox on disk, and the folder of kept copies beside it."""

    def __init__(self, folder):
        self.inbox = folder / "inbox"
        self.copies = folder / "received"
        self.inbox.mkdir()

    def put(self, name, data=b""):
        path = self.inbox / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path

    def look(self, **options):
        return look_into([self.inbox], self.copies, **options)

    def the_reply(self):
        (reply,) = self.look().replies
        return reply


@pytest.fixture
def mail(tmp_path):
    return Mail(tmp_path)
