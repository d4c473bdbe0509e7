"""judged_file: every kind of damage is found with its cell, and no sound file is refused."""

import shutil
from dataclasses import replace

import openpyxl
import pytest

from distribution.collect.damage import KINDS, delete, put
from distribution.collect.hostile import HOSTILE
from distribution.collect.made import CHECK, LINES, MONEY, S1, TYPED, type_in
from xlbudget.distribution.register.submissions.state import State
from xlbudget.model.finding import Severity

GRAVE = {Severity.FATAL, Severity.WARNING}


@pytest.mark.parametrize(("steps", "state", "finding"), KINDS)
def test_damage_is_found_with_its_cell(gone_out, tmp_path, steps, state, finding):
    path = type_in(gone_out.out / S1, tmp_path / "reply.xlsx", *steps)
    judged = gone_out.judge(path)
    found = {(one.code, one.place.sheet, one.place.cell) for one in judged.findings}
    assert (judged.state, finding in found) == (state, True)
    assert {one.place.file for one in judged.findings} <= {S1, ""}


def wide(book):
    book[LINES].column_dimensions["E"].width = 60


def filtered(book):
    book[LINES].row_dimensions[11].hidden = True


def sorted_rows(book):
    sheet = book[LINES]
    for column in "BCDEFGHJKL":
        cells = sheet[f"{column}9"], sheet[f"{column}10"]
        cells[0].value, cells[1].value = cells[1].value, cells[0].value


def noted(book):
    book["Scratch"]["A5"] = "=2*3"
    book["Scratch"]["B7"] = "Ask Kim about the cart"


def colored(book):
    book[LINES]["E9"].fill = openpyxl.styles.PatternFill("solid", fgColor="FFCC00")
    book[LINES]["E9"].comment = openpyxl.comments.Comment("Ours", "Dana")


def formula_text(book):
    cell = book[LINES]["L12"]
    cell.value, cell.data_type = '=HYPERLINK("http://x") for every reader', "s"


SOUND = (
    *(wide, filtered, sorted_rows, noted, colored, formula_text),
    put(CHECK, "B12", "+1 more wish: @ next year"),
    put(LINES, "C12", "New"),
)


@pytest.mark.parametrize("step", SOUND)
def test_a_sound_answer_is_accepted(gone_out, tmp_path, step):
    judged = gone_out.judge(type_in(gone_out.out / S1, tmp_path / "reply.xlsx", step))
    assert [str(one) for one in judged.findings if one.severity in GRAVE] == []
    assert judged.state is State.ACCEPTED


def test_text_that_begins_like_a_formula_stays_text(gone_out, tmp_path):
    judged = gone_out.judge(type_in(gone_out.out / S1, tmp_path / "reply.xlsx", formula_text))
    said = {line.item.line_id: line.item.justification for line in judged.lines}
    assert said["S1-N01"] == '=HYPERLINK("http://x") for every reader'


@pytest.mark.parametrize("made", HOSTILE)
def test_a_hostile_file_is_refused_in_words(gone_out, answer, tmp_path, made):
    path = tmp_path / "reply.xlsx"
    path.write_bytes(made(answer.read_bytes()))
    judged = gone_out.judge(path)
    assert judged.state in {State.REJECTED, State.NOT_ISSUED}
    assert (judged.lines, judged.reason != "") == ((), True)
    assert "Traceback" not in judged.reason


def test_the_lines_carry_place_action_and_cost(gone_out, answer):
    judged = gone_out.judge(answer)
    told = [(one.item.line_id, one.action, one.sheet, one.row) for one in judged.lines]
    assert told == [
        ("L1", "Change", LINES, 9),
        ("L3", "Keep", LINES, 11),
        ("S1-N01", "New", LINES, 12),
    ]
    # 31 devices with 5 % spares are 33 at 320; the contract 500; ten licences at 16.50.
    years = [line.amounts[2027] for line in judged.lines]
    assert [f"{amount:.2f}" for amount in years] == ["10560.00", "500.00", "165.00"]
    assert judged.facts["planned"]["2027"] == "11225.00"
    assert judged.facts["remaining"]["2027"] == "3775.00"
    assert judged.facts["sign_off"]["day"] == "2026-02-27"


def test_an_answer_without_a_stamp_is_known_by_its_first_sheet(gone_out, tmp_path):
    path = type_in(gone_out.out / S1, tmp_path / "r.xlsx", delete("Manifest"))
    judged = gone_out.judge(path, name="budget final.xlsx")
    assert (judged.school_id, judged.state) == ("S1", State.WITH_WARNINGS)
    assert judged.findings[0].code == "XLH-03"


def test_a_workbook_that_is_nobodys_is_not_ours(gone_out, tmp_path):
    path = tmp_path / "other.xlsx"
    openpyxl.Workbook().save(path)
    judged = gone_out.judge(path, name="other.xlsx")
    assert (judged.state, judged.school_id) == (State.NOT_ISSUED, "")


def test_figures_typed_over_formulas_are_told_beside_the_true_ones(gone_out, tmp_path):
    path = type_in(gone_out.out / S1, tmp_path / "r.xlsx", put(MONEY, "B11", 99.0))
    told = [one for one in gone_out.judge(path).findings if one.code == "XLH-09"]
    assert "99.00 dollars for FY2027; its lines cost 11,225.00" in told[0].saw
    assert (told[0].place.cell, told[0].severity) == ("B11", Severity.WARNING)


def test_what_libreoffice_saves_is_sound_and_its_figures_are_ours(gone_out, tmp_path, libreoffice):
    source, saved = tmp_path / "issued.xlsx", tmp_path / "saved.xlsx"
    shutil.copy(gone_out.out / S1, source)
    handle = libreoffice.open(source)
    for sheet, cell, value in TYPED[:-1]:
        libreoffice.set(handle, sheet, cell, value)
    libreoffice.set(handle, CHECK, "B11", 46080)
    figures = libreoffice.recalc(handle).values[MONEY]
    libreoffice.save_as(handle, saved)
    libreoffice.close(handle)
    judged = gone_out.judge(saved)
    assert [str(one) for one in judged.findings if one.severity in GRAVE] == []
    shown = [f"{figures[f'{letter}11']:.2f}" for letter in "BCDEF"]
    assert list(judged.facts["planned"].values()) == shown
    assert "XLH-09" not in {one.code for one in judged.findings}


def test_the_same_file_is_judged_alike_under_any_name(gone_out, answer):
    one, other = gone_out.judge(answer), gone_out.judge(answer, name="mail/Copy of x.xlsx")
    unplaced = [replace(it, place=replace(it.place, file="")) for it in one.findings]
    again = [replace(it, place=replace(it.place, file="")) for it in other.findings]
    assert (one.lines, unplaced, one.facts) == (other.lines, again, other.facts)
