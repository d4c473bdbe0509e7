"""functions.json: the catalogue as Excel reads it, and Microsoft's own generator agrees."""

import json

import pytest

from judges import node
from xlbudget.catalogue import FUNCTIONS
from xlbudget.hosts.officejs.metadata import functions_json, functions_list
from xlbudget.hosts.officejs.names import cell_name

UNSAID = {"type": "any", "dimensionality": "scalar"}
PREFIX = "given_"
"""A script has words of its own, such as "function", that no argument may be called."""

HELP = "https://apps.example.org/help.html"


@pytest.fixture(scope="module")
def metadata():
    return json.loads(functions_json(HELP))


def test_every_function_has_its_name_and_help(metadata):
    assert [each["id"] for each in metadata["functions"]] == list(FUNCTIONS)
    npv = next(each for each in metadata["functions"] if each["name"] == "NPV")
    assert npv["helpUrl"] == f"{HELP}#XLB_NPV"
    assert npv["description"] == FUNCTIONS["XLB_NPV"].says
    assert npv["options"] == {"cancelable": True}


def test_errors_of_cells_are_handed_over(metadata):
    assert metadata["allowErrorForDataTypeAny"] is True


def test_an_argument_that_may_be_left_out_is_optional(metadata):
    upv = next(each for each in metadata["functions"] if each["id"] == "XLB_UPV")
    optional = [each.get("optional", False) for each in upv["parameters"]]
    assert optional == [False, False, True, True, True]


def test_an_answer_of_several_cells_is_a_matrix(metadata):
    spilling = {
        each["id"] for each in metadata["functions"] if each["result"]["dimensionality"] == "matrix"
    }
    assert spilling == {name for name, each in FUNCTIONS.items() if each.spills}


def test_the_list_for_our_script_knows_which_repeats():
    table = json.loads(functions_list().partition("Object.freeze(")[2].rstrip().removesuffix(");"))
    assert [name for name, facts in table.items() if facts["repeats"]] == ["XLB_WHY"]
    assert table["XLB_NPV"] == {"takes": 3, "repeats": False}


def test_the_generator_of_microsoft_makes_the_same_from_comments(metadata, tmp_path):
    source = tmp_path / "functions.js"
    source.write_text("\n".join(map(_commented, FUNCTIONS.values())), "utf-8")
    made = node.metadata_of(source)
    assert made["errors"] == []
    assert list(map(_as_ours, made["metadata"]["functions"])) == metadata["functions"]


def _as_ours(function):
    """Return what the generator made, with what it leaves out as usual, and our own names."""
    named = [each | {"name": each["name"].removeprefix(PREFIX)} for each in function["parameters"]]
    return function | {"parameters": named, "result": UNSAID | function["result"]}


def _commented(function):
    told = [f" * @param {{{_type(each)}}} {_name(function, each)} {each.says}"
            for each in function.parameters]  # fmt: skip
    names = ", ".join(PREFIX + each.name for each in function.parameters)
    return "\n".join(
        (
            f"/**\n * {function.says}",
            f" * @customfunction {function.name} {cell_name(function)}",
            f" * @helpurl {HELP}#{function.name}",
            *told,
            " * @param {CustomFunctions.CancelableInvocation} invocation",
            f" * @returns {{{'any[][]' if function.spills else 'any'}}}",
            f" */\nfunction of_{function.name}({names}, invocation) {{}}",
        )
    )


def _type(parameter):
    return "any[][][]" if parameter.kind.name == "CELLS" else "any[][]"


def _name(function, parameter):
    left_out = function.is_optional(parameter) and parameter.kind.name != "CELLS"
    return f"[{PREFIX}{parameter.name}]" if left_out else PREFIX + parameter.name
