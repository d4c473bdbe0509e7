"""facts_of, facts_text: any record out of TOML, and back."""

from dataclasses import dataclass
from datetime import date

import pytest

from xlbudget.model.facts_file import facts_of, facts_text, read_toml
from xlbudget.model.field import Kind, column
from xlbudget.model.finding import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    title: str = column(Kind.TEXT, "Title of the meeting.", required=True)
    day: date | None = column(Kind.DATE, "Day of the meeting.")


@pytest.fixture
def read(tmp_path):
    def read_text(text):
        path = tmp_path / "meeting.toml"
        path.write_bytes(text)
        given, findings = read_toml(path)
        return findings if given is None else facts_of(given, Meeting, Place(file=path.name))

    return read_text


@pytest.mark.parametrize("title", ["Board", 'The "big" one', "C:\\new", "é 山", "two\nlines"])
def test_what_is_written_is_read_back(read, title):
    meeting = Meeting(title=title, day=date(2026, 3, 31))
    assert read(facts_text(meeting).encode()) == (meeting, ())


def test_a_mark_at_the_head_and_other_line_ends_are_met(read):
    meeting, _ = read(b'\xef\xbb\xbftitle = "Board"\r\nday = 2026-03-31\r')
    assert meeting == Meeting(title="Board", day=date(2026, 3, 31))


def test_a_name_that_is_near_is_told(read):
    meeting, findings = read(b'tilte = "Board"')
    assert meeting is None
    assert "The nearest name is title" in findings[0].wants
    assert findings[1].saw == "title is missing"


@pytest.mark.parametrize("text", [b"title = Board", b"title", b"[" * 100_000, b"\xff\xfe\0"])
def test_what_is_no_toml_is_one_finding(read, text):
    assert any("readable" in finding.saw or "UTF" in finding.saw for finding in read(text))
