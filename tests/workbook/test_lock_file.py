"""lock_of: who has a workbook open."""

import pytest

from xlbudget.workbook.lock_file import lock_of


def excel(name):
    """Return what Excel's owner file holds for a user."""
    narrow = name.encode("cp1252", errors="replace")
    head = bytes([len(narrow)]) + narrow.ljust(54, b" ")
    wide = name.encode("utf-16-le")
    return head + len(name).to_bytes(2, "little") + wide + b" \0" * (54 - len(name))


@pytest.fixture
def plan(tmp_path):
    """Return the path of a workbook."""
    return tmp_path / "plan.xlsx"


def test_no_lock(plan):
    assert lock_of(plan) is None


@pytest.mark.parametrize("name", ["Ana Ruiz", "Zoë Łuczak", "山田 太郎"])
def test_excel_names_its_user(plan, name):
    (plan.parent / "~$plan.xlsx").write_bytes(excel(name))
    lock = lock_of(plan)
    assert (lock.program, lock.user, lock.file.name) == ("Excel", name, "~$plan.xlsx")


@pytest.mark.parametrize(
    ("head", "user"),
    [
        pytest.param(b"", "", id="empty"),
        pytest.param(b"\x08Ana Ruiz", "Ana Ruiz", id="narrow-only"),
        pytest.param(b"\xff" + b"A" * 20, "A" * 20, id="length-beyond-the-file"),
        pytest.param(b"\x03\x00\x07\x1b", "", id="control-characters"),
    ],
)
def test_an_odd_owner_file_tells_what_it_can(plan, head, user):
    (plan.parent / "~$plan.xlsx").write_bytes(head)
    assert lock_of(plan).user == user


@pytest.mark.parametrize(
    ("text", "user"),
    [
        pytest.param(
            "Ana Ruiz,ruiz,office,23.11.2026 16:00,file:///home/ruiz;", "Ana Ruiz", id="own"
        ),
        pytest.param(",ruiz,office,23.11.2026 16:00,file:///home/ruiz;", "ruiz", id="account"),
        pytest.param("Ruiz\\, Ana,ruiz,office,,;", "Ruiz, Ana", id="comma-in-a-name"),
        pytest.param("", "", id="empty"),
        pytest.param(",,,,;", "", id="nobody"),
    ],
)
def test_libreoffice_names_its_user(plan, text, user):
    (plan.parent / ".~lock.plan.xlsx#").write_text(text, "utf-8")
    lock = lock_of(plan)
    assert (lock.program, lock.user) == ("LibreOffice", user)


def test_a_lock_of_another_file_does_not_count(plan):
    (plan.parent / "~$plan 2.xlsx").touch()
    assert lock_of(plan) is None


def test_an_unreadable_lock_is_still_a_lock(plan, monkeypatch):
    (plan.parent / "~$plan.xlsx").touch()

    def barred(_self, _mode):
        raise PermissionError(13, "held")

    monkeypatch.setattr("xlbudget.workbook.lock_file.Path.open", barred)
    assert lock_of(plan).user == ""
