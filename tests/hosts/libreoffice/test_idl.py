"""The interface: a method for each function, and every argument may be anything."""

import pytest

from xlbudget.catalogue import FUNCTIONS
from xlbudget.hosts.libreoffice.idl import interface_text
from xlbudget.hosts.libreoffice.names import method


@pytest.mark.parametrize(
    ("name", "line"),
    [
        pytest.param(
            "XLB_NPV",
            "any xlbNpv([in] any rate, [in] any flows, [in] any firstPeriod);",
            id="one-cell",
        ),
        pytest.param(
            "XLB_IRR_ALL",
            "sequence< sequence< any > > xlbIrrAll([in] any flows);",
            id="several-cells",
        ),
        pytest.param(
            "XLB_WHY",
            "any xlbWhy([in] any function, [in] sequence< any > arguments);",
            id="any-number-of-arguments",
        ),
    ],
)
def test_a_function_is_a_method(name, line):
    assert line in interface_text([FUNCTIONS[name]])


def test_the_interface_stands_in_its_modules():
    lines = interface_text([FUNCTIONS["XLB_ROI"]]).splitlines()
    assert lines == [
        "module org { module xlbudget {",
        "interface XFunctions {",
        "    any xlbRoi([in] any benefits, [in] any costs);",
        "};",
        "}; };",
    ]


def test_every_function_is_there_once():
    text = interface_text()
    counts = {name: text.count(f" {method(each)}(") for name, each in FUNCTIONS.items()}
    assert counts == dict.fromkeys(FUNCTIONS, 1)
