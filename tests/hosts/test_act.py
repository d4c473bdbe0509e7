"""act: actions on a file from the command line: what is asked, written, kept, refused and told."""

import json

import pytest

from hosts.folders import folder
from workbook.act.acted import differences, now, small_book
from xlbudget.actions.verbs import VERBS
from xlbudget.workbook.act import kept_copies

ANSWERS = ("--answer", "item=Other", "-a", "description=Document cameras")
MORE = ("-a", "category=device hardware", "-a", "cost_type=purchase")
REST = ("-a", "quantity=12", "-a", "unit_price=85.50", "--suggested")
NEW_LINE = (*ANSWERS, *MORE, *REST)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return small_book(tmp_path_factory.mktemp("made") / "book.xlsx").read_bytes()


@pytest.fixture
def book(here, made):
    path = here / "book.xlsx"
    path.write_bytes(made)
    return path


# --- what there is, and what is asked


@pytest.mark.parametrize("words", [("act",), ("act", "--list")])
def test_without_a_name_all_actions_are_listed(xlbudget, words):
    done = xlbudget(*words)
    assert done.exit_code == 0
    assert all(f"{verb.name} " in done.stdout for verb in VERBS)


def test_open_questions_are_listed_with_how_they_are_answered(xlbudget, book, made):
    done = xlbudget("act", "add-line", book, "-a", "item=Other")
    assert done.exit_code == 2
    assert "--answer description=" in done.stderr
    assert "device hardware" in done.stderr
    assert "Nothing was written" in done.stderr.splitlines()[-1]
    assert book.read_bytes() == made


def test_questions_that_may_be_left_are_listed_too(xlbudget, book, made):
    done = xlbudget("act", "compare", book, "--dry-run")
    assert done.exit_code == 0
    assert "(may be left out)" in done.stderr
    assert "--answer scenario=" in done.stderr
    assert book.read_bytes() == made


def test_an_answer_that_is_wrong_is_asked_again_with_the_reason(xlbudget, book):
    done = xlbudget("act", "add-line", book, *ANSWERS, *MORE, "-a", "quantity=many", "--suggested")
    assert done.exit_code == 2
    assert "many" in done.stderr


@pytest.mark.parametrize("word", ["quantity", "=12"])
def test_what_is_no_answer_is_refused(xlbudget, book, word):
    done = xlbudget("act", "add-line", book, "-a", word)
    assert done.exit_code == 2
    assert "KEY=VALUE" in done.stderr


# --- what is done


def test_a_line_is_added_and_the_workbook_as_it_was_is_kept(xlbudget, book, made, files):
    done = xlbudget("act", "add-line", book, *NEW_LINE)
    assert done.exit_code == 0, done.stderr
    lines = now(book).budget.lines
    assert (lines[-1].description, lines[-1].quantity) == ("Document cameras", 12)
    (kept,) = kept_copies(book)
    assert kept.reason == "before add-line"
    assert kept.path.read_bytes() == made
    assert kept.path.name in done.stderr
    assert files() == ["book.kept", "book.xlsx"]


def test_restore_gives_every_value_back_and_can_be_taken_back(xlbudget, book, tmp_path, made):
    xlbudget("act", "add-line", book, *NEW_LINE)
    after = tmp_path / "after.xlsx"
    after.write_bytes(book.read_bytes())
    (kept,) = kept_copies(book)
    done = xlbudget("act", "restore", book, "-a", f"copy={kept.name}")
    assert done.exit_code == 0, done.stderr
    before = tmp_path / "before.xlsx"
    before.write_bytes(made)
    assert differences(before, book) == []
    assert [copy.reason for copy in kept_copies(book)] == ["before restore", "before add-line"]
    xlbudget("act", "restore", book, "--suggested")
    assert differences(after, book) == []


def test_a_dry_run_lists_the_edits_and_writes_nothing(xlbudget, book, made, files):
    done = xlbudget("act", "add-line", book, *NEW_LINE, "--dry-run")
    assert done.exit_code == 0
    assert "Document cameras" in done.stdout
    assert "Line items" in done.stdout
    assert "Nothing was written" in done.stderr
    assert book.read_bytes() == made
    assert files() == ["book.xlsx"]


def test_json_tells_each_cell_and_answers_come_from_a_file(xlbudget, book, here):
    given = {"item": "Other", "description": "Document cameras", "category": "device hardware"}
    (here / "answers.json").write_text(json.dumps(given | {"cost_type": "purchase"}))
    words = ("--answers", "answers.json", *REST, "--json", "-o", "new.xlsx")
    done = xlbudget("act", "add-line", book, *words)
    assert done.exit_code == 0, done.stderr
    facts = json.loads(done.stdout)
    assert (facts["action"], facts["written"], facts["kept"]) == ("add-line", "new.xlsx", None)
    cells = {cell["header"]: (cell["old"], cell["new"]) for cell in facts["cells"]}
    assert cells["Description"] == (None, "Document cameras")
    assert facts["results"]["not_stored"] == 0
    assert facts["outcome"]["waits"] is False


def test_another_name_leaves_the_workbook_as_it_is(xlbudget, book, made, files):
    done = xlbudget("act", "add-line", book, *NEW_LINE, "-o", "new.xlsx")
    assert done.exit_code == 0, done.stderr
    assert book.read_bytes() == made
    assert files() == ["book.xlsx", "new.xlsx"]
    assert xlbudget("act", "add-line", book, *NEW_LINE, "-o", "new.xlsx").exit_code == 2
    assert xlbudget("act", "add-line", book, *NEW_LINE, "-o", "./book.xlsx").exit_code == 2


def test_check_fills_findings_and_needs_no_copy(xlbudget, book, files):
    done = xlbudget("act", "check", book)
    assert done.exit_code == 0, done.stderr
    assert "0 fatal" in done.stdout
    assert files() == ["book.xlsx"]


def test_explain_says_in_words_what_a_cell_is(xlbudget, book, made):
    done = xlbudget("act", "explain", book, "--cell", "Summary!A6", "-o", "new.xlsx")
    assert done.exit_code == 0, done.stderr
    assert "new.xlsx is not written" in done.stderr
    assert "Asked, year 1 ($)" in done.stdout
    assert book.read_bytes() == made


def test_a_copy_to_mail_and_a_new_workbook_are_written(xlbudget, book, files):
    assert xlbudget("act", "freeze", book, "--suggested").exit_code == 0
    done = xlbudget("act", "new-budget", "-a", "file=next.xlsx", "-a", "years=3")
    assert done.exit_code == 0, done.stderr
    assert files() == ["book-frozen.xlsx", "book.xlsx", "next.xlsx"]
    assert len(now(book.with_name("next.xlsx")).tables["LineItems"].rows) >= 200


# --- what is refused


def test_a_workbook_that_is_open_is_not_changed(xlbudget, book, made, here):
    (here / "~$book.xlsx").write_bytes(b"\x03Ana" + b" " * 51)
    done = xlbudget("act", "add-line", book, *NEW_LINE)
    assert done.exit_code == 4
    assert "open in Excel by Ana" in done.stderr
    assert book.read_bytes() == made
    assert xlbudget("act", "add-line", book, *NEW_LINE, "--dry-run").exit_code == 0


def test_a_full_workbook_is_refused_with_the_command_that_makes_room(xlbudget, book):
    for _ in range(2):
        assert xlbudget("act", "add-line", book, *NEW_LINE).exit_code == 0
    before = book.read_bytes()
    done = xlbudget("act", "add-line", book, *NEW_LINE)
    assert done.exit_code == 3
    assert "migrate" in done.stderr
    assert book.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("act", "fly", "book.xlsx"), 2, "There is no action"),
        (("act", "check"), 2, "xlbudget act check BOOK"),
        (("act", "check", "gone.xlsx"), 2, "not there"),
        (("act", "check", "notes.xlsx"), 3, ""),
        (("act", "explain", "book.xlsx", "--cell", "Nowhere!A1"), 2, "no cell of this workbook"),
        (("act", "restore", "book.xlsx"), 3, "No copy of this workbook is kept"),
        (("act", "freeze", "book.xlsx", "-a", "file=book.xlsx"), 2, "there already"),
    ],
)
def test_refusals_are_words_and_nothing_is_written(xlbudget, book, words, code, told):
    book.with_name("notes.xlsx").write_text("no workbook")
    before = book.read_bytes()
    done = xlbudget(*words)
    assert done.exit_code == code, done.stderr
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert book.read_bytes() == before


def test_a_district_folder_is_no_workbook(xlbudget, tmp_path):
    done = xlbudget("act", "check", folder(tmp_path / "elm"))
    assert done.exit_code == 2
    assert "folder" in done.stderr


def test_a_workbook_without_a_districts_budget_is_no_ground_for_a_line(xlbudget, files):
    assert xlbudget("template", "--edition", "school", "-o", "school.xlsx").exit_code == 0
    done = xlbudget("act", "add-line", "school.xlsx")
    assert done.exit_code == 3
    assert "not the workbook of a district" in done.stderr
    assert "2 fatal" in xlbudget("act", "check", "school.xlsx").stderr
    assert files() == ["school.xlsx"]
