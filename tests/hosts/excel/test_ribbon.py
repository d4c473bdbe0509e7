"""The tab: its XML is what Excel takes, and each button says something a person can use."""

import re
from xml.etree import ElementTree as ET

import pytest
from pyopenvba.interpreter import (
    VBAErrorValue,
    VBAObject,
    VBAUnsupportedError,
    member,
    method,
)

import xlbudget
from hosts.excel.vba import PYTHON, Machine, workbench
from xlbudget.actions.verb import Group
from xlbudget.actions.verbs import VERBS
from xlbudget.hosts.excel import xlam
from xlbudget.hosts.excel.ribbon import custom_ui

XML = custom_ui(VERBS)
NAMESPACE = "{http://schemas.microsoft.com/office/2009/07/customui}"
ALWAYS = {"id", "label", "imageMso", "keytip", "onAction", "screentip", "supertip"}
MAY = {"size", "tag", "getEnabled"}
ALLOWED = {
    "customUI": {"onLoad"},
    "ribbon": set(),
    "tabs": set(),
    "tab": {"id", "label", "keytip"},
    "group": {"id", "label"},
    "menu": {"id", "label", "size", "imageMso", "keytip", "screentip", "supertip"},
    "button": ALWAYS | MAY,
}
INSIDE = {
    "customUI": {"ribbon"},
    "ribbon": {"tabs"},
    "tabs": {"tab"},
    "tab": {"group"},
    "group": {"button", "menu"},
    "menu": {"button"},
}
SIGNATURES = {
    "onAction": "ByVal control As IRibbonControl",
    "getEnabled": "ByVal control As IRibbonControl, ByRef returnedVal As Variant",
    "onLoad": "ByVal loaded As IRibbonUI",
}
TREE = ET.fromstring(XML)  # noqa: S314 - our own text
ELEMENTS = [(element.tag.removeprefix(NAMESPACE), element) for element in TREE.iter()]
BUTTONS = [element for tag, element in ELEMENTS if tag == "button"]
OF_VERBS = [button for button in BUTTONS if button.get("tag")]


class Cell(VBAObject):
    """A cell with a formula, on a sheet that works out what it is asked."""

    vba_type_name = "Range"

    def __init__(self, formula, excel=None, answer=None):
        self.text, self.excel, self.answer, self.questions = formula, excel, answer, []

    @member
    def Formula(self) -> object:  # noqa: N802
        return self.text

    @member
    def Worksheet(self) -> object:  # noqa: N802
        return self

    @method
    def Evaluate(self, question: object) -> object:  # noqa: N802
        self.questions.append(question)
        return self.answer or self.excel.evaluate(question)


@pytest.fixture(scope="module")
def excel():
    return workbench(Machine())


def test_only_known_attributes_are_used():
    assert {tag: set(element.attrib) - ALLOWED[tag] for tag, element in ELEMENTS} == {
        tag: set() for tag, _ in ELEMENTS
    }


def test_every_element_stands_where_it_may():
    for tag, element in ELEMENTS:
        wanted = {NAMESPACE + inner for inner in INSIDE.get(tag, ())}
        assert {child.tag for child in element} <= wanted


def test_every_id_and_every_key_tip_stands_once():
    for name in ("id", "keytip"):
        values = [element.get(name) for _, element in ELEMENTS if element.get(name)]
        assert len(values) == len(set(values))


def test_there_are_two_groups_of_at_most_six_verbs_and_a_menu():
    *groups, last = [element for tag, element in ELEMENTS if tag == "group"]
    assert [group.get("label") for group in groups] == ["Plan", "Review"]
    assert all(1 <= len(group) <= 6 for group in groups)
    (menu,) = last
    assert menu.tag == f"{NAMESPACE}menu"


def test_every_verb_has_its_button_and_every_button_its_verb():
    assert [button.get("tag") for button in OF_VERBS] == [
        verb.name for group in Group for verb in VERBS if verb.group is group
    ]


def test_verbs_that_work_in_a_workbook_ask_whether_it_is_ours():
    asked = {button.get("tag") for button in OF_VERBS if button.get("getEnabled")}
    assert asked == {verb.name for verb in VERBS if verb.group is not Group.MENU}


@pytest.mark.parametrize("kind", SIGNATURES)
def test_every_callback_is_a_public_procedure_with_its_arguments(kind):
    code = xlam.modules()["XlbRibbon"]
    wanted = {element.get(kind) for _, element in ELEMENTS if element.get(kind)}
    assert wanted
    for name in wanted:
        assert f"\nPublic Sub {name}({SIGNATURES[kind]})\n" in code


@pytest.mark.parametrize("button", BUTTONS, ids=lambda button: button.get("id"))
def test_a_button_is_complete(button):
    assert set(button.attrib) >= ALWAYS
    assert re.fullmatch(r"[A-Z][A-Za-z]+", button.get("imageMso"))
    assert 0 < len(button.get("keytip")) <= 3
    assert max(len(button.get(name)) for name in ("label", "screentip", "supertip")) < 1_024


def test_it_says_why_a_function_refuses(excel):
    cell = Cell("=XLB_ROI(3840,0)", excel)
    assert excel.run("XlbReasons", cell).startswith("XLB_ROI: The cost is 0. It is divided by")
    assert cell.questions == ['XLB_WHY("XLB_ROI",3840,0)']


@pytest.mark.parametrize(
    ("formula", "questions"),
    [
        ("=IF(A1>0,XLB_NPV(B1,C1:C9),0)", ['XLB_WHY("XLB_NPV",B1,C1:C9)']),
        ("=XLB_ROI(XLB_NPV(A1,B1:B9),2)",
         ['XLB_WHY("XLB_ROI",XLB_NPV(A1,B1:B9),2)', 'XLB_WHY("XLB_NPV",A1,B1:B9)']),
        ('=XLB_RATIONING({"(","b"},A1:B2,MAX(1,2))&"XLB_ROI(1)"',
         ['XLB_WHY("XLB_RATIONING",{"(","b"},A1:B2,MAX(1,2))']),
        ("=xlb_roi(1,0)", ['XLB_WHY("xlb_roi",1,0)']),
        ('=XLB_WHY("XLB_ROI",XLB_NPV(1,A1),0)', ['XLB_WHY("XLB_NPV",1,A1)']),
        ("=XLB_ROI(1", ['XLB_WHY("XLB_ROI",1)']),
    ],
)  # fmt: skip
def test_each_function_is_asked_with_its_own_arguments(excel, formula, questions):
    cell = Cell(formula, answer="reason")
    reasons = excel.run("XlbReasons", cell)
    assert cell.questions == questions
    assert reasons.count("reason") == len(questions)


@pytest.mark.parametrize(
    "formula", ["", "XLB_ROI(1,0)", "=SUM(A1:A9)", '="XLB_ROI(1,0)"', "=XLB_RATE+1"]
)
def test_a_cell_without_a_function_says_so(excel, formula):
    cell = Cell(formula)
    assert excel.run("XlbReasons", cell).startswith("The selected cell has no function")
    assert cell.questions == []


@pytest.mark.parametrize("answer", [VBAErrorValue(2015), VBAErrorValue(2029)])
def test_what_excel_cannot_look_into_is_said_with_a_way_out(excel, answer):
    words = excel.run("XlbReasons", Cell("=XLB_ROI([@Gain],0)", answer=answer))
    assert words.endswith('Type =XLB_WHY("XLB_ROI", and the same arguments) in an empty cell.')


def test_a_formula_that_is_too_long_for_excel_is_said(excel):
    cell = Cell(f"=XLB_ROI({'1+' * 130}1,0)", answer="reason")
    assert "could not look into this formula" in excel.run("XlbReasons", cell)
    assert cell.questions == []


def test_the_check_says_which_python_answers(excel):
    words = excel.run("XlbChecked").split("\n")
    assert words[0].startswith(f"Add-in {xlbudget.__version__}: ")
    assert words[1] == f"Python: {PYTHON}"
    assert words[2].startswith(f"It answers: xlbudget {xlbudget.__version__}, xlwings ")
    assert len(words) == 3


def test_the_check_tells_of_two_versions(excel, monkeypatch):
    monkeypatch.setattr("hosts.excel.pywin32.call_udf", lambda _name: "xlbudget 0.0.9, xlwings 1")
    assert "of two versions" in excel.run("XlbChecked")


def test_the_check_says_what_is_missing_and_what_to_do():
    words = workbench(Machine(interpreter="")).run("XlbChecked")
    assert "Python was not found" in words
    assert 'Type "xlbudget addin install"' in words


def test_the_check_tries_a_failed_start_anew():
    machine = Machine(start_fails="It is busy.")
    excel = workbench(machine)
    excel.run("XLB_ROI", 3.0, 2.0)
    assert "could not start it. It is busy." in excel.run("XlbChecked")
    machine.start_fails = ""
    assert "It answers" in excel.run("XlbChecked")
    assert machine.starts == 3
    assert excel.run("XLB_ROI", 3.0, 2.0) == 0.5


def test_the_check_ends_the_old_python_first():
    machine = Machine()
    excel = workbench(machine)
    excel.run("XLB_ROI", 3.0, 2.0)
    excel.run("XlbChecked")
    assert (machine.killed, machine.starts) == (1, 2)


def test_the_buttons_show_the_words(excel):
    excel.interpreter.dialogs.clear()
    excel.run("XlbOnWhy", VBAObject())
    excel.run("XlbOnCheck", VBAObject())
    why, check = excel.interpreter.dialogs
    assert why[::2] == check[::2] == ("MsgBox", "xlbudget")
    assert why[1].startswith("The selected cell has no function")
    assert check[1].startswith("Add-in ")


def test_the_button_for_all_functions_opens_excels_own_list(excel):
    with pytest.raises(VBAUnsupportedError, match=r"Application\.Dialogs"):
        excel.run("XlbOnAll", VBAObject())
    assert "Application.Dialogs(xlDialogFunctionWizard).Show" in xlam.modules()["XlbRibbon"]
