"""wrappers: one public VBA function for each entry of the catalogue, with its own arguments."""

import re
from dataclasses import replace

import pytest

import xlbudget
from xlbudget.catalogue import FUNCTIONS
from xlbudget.hosts.excel.wrappers import RESERVED, VbaError, functions_module, vba_name

TEXT = functions_module(FUNCTIONS.values())
HEADS = dict(re.findall(r"(?m)^Public Function (XLB_\w+)\((.*)\) As Variant$", TEXT))


def test_every_function_has_one_wrapper_and_there_is_no_other():
    assert list(HEADS) == list(FUNCTIONS)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_wrapper_has_the_arguments_of_the_function(name):
    function = FUNCTIONS[name]
    declared = re.findall(
        r"(Optional |ParamArray )?(?:ByVal )?(\w+)(?:\(\))? As Variant", HEADS[name]
    )
    assert [(bool(first), held) for first, held in declared] == [
        (function.is_optional(each), vba_name(each)) for each in function.parameters
    ]


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_wrapper_carries_its_help(name):
    says = FUNCTIONS[name].says.replace('"', '""')
    assert f'Attribute {name}.VB_Description = "{says}"\n' in TEXT


def test_no_argument_is_a_word_that_vba_keeps():
    names = [vba_name(each) for function in FUNCTIONS.values() for each in function.parameters]
    assert not RESERVED.intersection(map(str.lower, names))
    assert not [name for name in names if not re.fullmatch(r"[A-Za-z]\w{0,254}", name)]


def test_only_a_kept_word_is_renamed():
    renamed = {
        vba_name(each): each.name
        for function in FUNCTIONS.values()
        for each in function.parameters
        if vba_name(each) != each.name
    }
    assert renamed == {"function_name": "function"}


def test_the_version_is_that_of_the_package():
    assert f'XLB_VERSION As String = "{xlbudget.__version__}"' in TEXT


def test_nothing_recalculates_without_a_reason():
    assert "Volatile" not in TEXT


def test_a_line_that_vba_cannot_hold_is_refused():
    endless = replace(FUNCTIONS["XLB_ROI"], name="XLB_" + "A" * 600)
    with pytest.raises(VbaError, match="a line of"):
        functions_module([endless])
