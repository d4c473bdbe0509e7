"""CalcAddIns.xcu: names and help of all functions, as the catalogue has them."""

from xml.etree import ElementTree as ET

import pytest

from xlbudget.catalogue import FUNCTIONS
from xlbudget.hosts.libreoffice.descriptor import descriptor_text
from xlbudget.hosts.libreoffice.names import SERVICE, argument, method

OOR = "{http://openoffice.org/2001/registry}"


def node(parent, name):
    """Return the child of a name."""
    return next(child for child in parent if child.get(f"{OOR}name") == name)


def texts(parent):
    """Return the texts of a node by name."""
    return {each.get(f"{OOR}name"): each.findtext("value") for each in parent.iter("prop")}


@pytest.fixture(scope="module")
def described():
    root = ET.fromstring(descriptor_text())  # noqa: S314 - ours
    return node(node(node(root, "AddInInfo"), SERVICE), "AddInFunctions")


def test_every_function_is_described_once(described):
    names = [child.get(f"{OOR}name") for child in described]
    assert names == [method(function) for function in FUNCTIONS.values()]


@pytest.mark.parametrize("function", FUNCTIONS.values(), ids=lambda function: function.name)
def test_a_function_has_the_name_of_excel_and_its_sentence(described, function):
    said = texts_of_itself(node(described, method(function)))
    assert said == {
        "DisplayName": function.name,
        "Description": function.says,
        "Category": "Add-In",
        "CompatibilityName": function.name,
    }


def texts_of_itself(described):
    """Return the texts of a function, without those of its arguments."""
    return {p.get(f"{OOR}name"): p.findtext("value") for p in described.findall("prop")}


@pytest.mark.parametrize("function", FUNCTIONS.values(), ids=lambda function: function.name)
def test_every_argument_has_its_sentence(described, function):
    told = node(node(described, method(function)), "Parameters")
    assert [child.get(f"{OOR}name") for child in told] == [
        argument(parameter) for parameter in function.parameters
    ]
    assert [texts(child)["DisplayName"] for child in told] == [
        parameter.name for parameter in function.parameters
    ]
    assert all(
        texts(child)["Description"].startswith(parameter.says)
        for child, parameter in zip(told, function.parameters, strict=True)
    )


def test_what_may_be_left_out_says_so(described):
    rate, _, first = node(node(described, "xlbNpv"), "Parameters")
    assert not texts(rate)["Description"].endswith("May be left out.")
    assert texts(first)["Description"].endswith("May be left out.")
