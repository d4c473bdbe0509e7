"""Names that LibreOffice takes: legal in UNO's language, and no two alike."""

import re

import pytest

from xlbudget.catalogue import FUNCTIONS
from xlbudget.hosts.libreoffice.names import SERVICE, argument, method

IDENTIFIER = re.compile(r"[a-z][A-Za-z0-9]*")

RESERVED = {
    "any", "attribute", "boolean", "bound", "byte", "char", "const", "constants",
    "constrained", "default", "double", "enum", "exception", "false", "float", "get", "hyper",
    "in", "inout", "interface", "long", "maybeambiguous", "maybedefault", "maybevoid",
    "methodname", "module", "needs", "observes", "optional", "oneway", "out", "property",
    "published", "raises", "readonly", "removable", "sequence", "service", "set", "short",
    "singleton", "string", "struct", "switch", "transient", "true", "type", "typedef",
    "union", "unsigned", "void",
}  # fmt: skip

NAMES = [
    *map(method, FUNCTIONS.values()),
    *(argument(each) for function in FUNCTIONS.values() for each in function.parameters),
]


def test_names_have_no_underscores():
    function = FUNCTIONS["XLB_TCO_YEARS"]
    assert method(function) == "xlbTcoYears"
    assert argument(function.parameters[2]) == "serviceLife"


@pytest.mark.parametrize("name", sorted(set(NAMES)))
def test_every_name_is_legal(name):
    assert IDENTIFIER.fullmatch(name)
    assert name.lower() not in RESERVED


def test_no_two_methods_have_one_name():
    assert len({method(function) for function in FUNCTIONS.values()}) == len(FUNCTIONS)


@pytest.mark.parametrize("function", FUNCTIONS.values(), ids=lambda function: function.name)
def test_no_two_arguments_have_one_name(function):
    assert len(set(map(argument, function.parameters))) == len(function.parameters)


def test_the_name_in_saved_files_stays():
    assert SERVICE == "org.xlbudget.Functions"
