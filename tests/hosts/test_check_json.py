"""A check as JSON: one file keeps its keys, many stand under "files"."""

from pathlib import Path

from xlbudget.hosts.check_json import all_json, checked_json
from xlbudget.hosts.checked import Checked, Kind
from xlbudget.hosts.exits import ExitCode
from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.workbook.lint.profile import Profile
from xlbudget.workbook.lint.suppress import judged
from xlbudget.workbook.lint.suppression import Suppression

KEYS = ["findings", "suppressed", "unused", "kind", "profile", "in_words", "exit_code"]
WHY = Suppression("L01", "Letterhead", "J. Ortiz", "2026-09-01", kept_in="Log!C9")
OLD = Suppression("L02", "Gone", "J. Ortiz", "2026-09-01")
PLACE = Place("b.xlsx", sheet="Log", cell="A9")
MERGED = Finding(Severity.FATAL, "L01", PLACE, "merged", "unmerged", "unmerge")
BOOK = Checked(Path("b.xlsx"), Kind.WORKBOOK, Profile.ANY, judged([MERGED], [WHY, OLD]))
LOST = Checked(Path("c.xlsx"), Kind.NOT_READ, refusal="It is empty", code=ExitCode.INVALID)


def test_a_folder_and_a_workbook_have_their_keys():
    assert list(checked_json(Checked(Path("elm"), Kind.FOLDER))) == ["folder", *KEYS]
    assert list(checked_json(BOOK)) == ["file", *KEYS]


def test_what_is_explained_stands_apart_with_its_reason():
    facts = checked_json(BOOK)
    assert facts["findings"]["list"] == []
    assert facts["suppressed"] == [
        {
            "code": "L01",
            "sheet": "Log",
            "cell": "A9",
            "saw": "merged",
            "reason": "Letterhead",
            "by": "J. Ortiz",
            "date": "2026-09-01",
            "severity": "fatal",
            "place": "b.xlsx, Log, A9",
            "kept_in": "Log!C9",
        }
    ]
    assert facts["unused"] == ["L02: Gone"]
    assert facts["in_words"] == "1 fatal, 1 explained; 0 warnings; 0 remarks"
    assert (facts["kind"], facts["profile"], facts["exit_code"]) == ("workbook", "any", 0)


def test_a_refusal_stands_in_the_words_of_its_file():
    facts = checked_json(LOST)
    assert (facts["file"], facts["in_words"]) == ("c.xlsx", "It is empty")
    assert (facts["kind"], facts["exit_code"]) == ("not read", 3)


def test_many_stand_under_files_with_the_counts_of_all():
    open_book = Checked(Path("d.xlsx"), Kind.WORKBOOK, Profile.ANY, judged([MERGED] * 2, ()))
    facts = all_json([BOOK, LOST, open_book])
    assert [one["file"] for one in facts.pop("files")] == ["b.xlsx", "c.xlsx", "d.xlsx"]
    assert facts == {
        "fatal": 2,
        "warnings": 0,
        "remarks": 0,
        "explained": 1,
        "not_read": 1,
        "in_words": "3 files, 1 of them not read: 3 fatal, 1 explained; 0 warnings; 0 remarks",
    }
