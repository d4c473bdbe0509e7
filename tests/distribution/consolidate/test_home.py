"""What came home, read as it stands at one time."""

import pytest

from distribution.consolidate.made import ID, campaign, contract, send
from xlbudget.distribution.consolidate import home
from xlbudget.errors import RegisterError


@pytest.fixture
def own(tmp_path):
    return campaign(tmp_path, schools=2, lines=2, missing=1, data=False)


def test_it_has_schools_answers_lines_and_decisions(own):
    with own.register() as register:
        found = home.home_of(register, ID)
    assert [status.school.school_id for status in found.schools] == ["0001", "0002"]
    assert list(found.versions) == ["0001"]
    assert len(found.submission_ids) == 1
    assert found.decisions == ()


def disturbed(register, monkeypatch, times):
    """Have another answer come in each time that the register is read, so many times."""
    read, left = home._read, list(range(times))  # noqa: SLF001 - the moment between two readings

    def collected(*given):
        found = read(*given)
        if left:
            number = left.pop()
            line = contract(f"0002-N{number}", (1, 1, 1), school_id="0002")
            send(register, "0002", [line], number=times - number)
        return found

    monkeypatch.setattr(home, "_read", collected)


def test_an_answer_that_comes_in_meanwhile_is_whole_in_it_or_not_at_all(own, monkeypatch):
    with own.register() as register:
        disturbed(register, monkeypatch, 2)
        found = home.home_of(register, ID)
    newest = found.versions["0002"].submission
    assert sorted(found.versions) == ["0001", "0002"]
    assert [status.received_name for status in found.schools][1] == newest.received_name


def test_a_register_that_changes_all_the_time_is_refused_in_words(own, monkeypatch):
    with own.register() as register:
        disturbed(register, monkeypatch, 50)
        with pytest.raises(RegisterError) as refusal:
            home.home_of(register, ID)
    assert "Wait until the collecting has ended" in refusal.value.fix
