"""faster: numpy is offered where it is, and loaded when it is asked."""

import subprocess
import sys

import pytest

from xlbudget.catalogue import FUNCTIONS, call
from xlbudget.hosts import faster as module
from xlbudget.hosts.faster import faster


@pytest.mark.parametrize("name", faster())
def test_it_answers_as_the_function_itself(name):
    function = FUNCTIONS[name]
    arguments, _ = function.example
    assert call(function, arguments, faster()) == call(function, arguments)


@pytest.mark.parametrize("name", faster())
def test_cells_as_a_host_hands_them_over_do_not_fall_back(name, monkeypatch):
    def plain(*_arguments):
        pytest.fail("the plain function answered")

    monkeypatch.setattr("xlbudget.finance.fleet.tco_by_year", plain)
    function = FUNCTIONS[name]
    arguments, answer = function.example
    assert tuple(call(function, arguments, faster())) == answer


def test_there_is_something_faster():
    assert "XLB_TCO_BY_YEAR" in faster()


def test_without_numpy_there_is_nothing_faster(monkeypatch):
    monkeypatch.setattr(module, "find_spec", lambda _name: None)
    assert faster() == {}


def test_numpy_is_not_loaded_before_it_is_asked():
    code = "from xlbudget.hosts.faster import faster; import sys; faster(); print(*sys.modules)"
    loaded = subprocess.check_output([sys.executable, "-c", code], text=True).split()
    assert "xlbudget.hosts.faster" in loaded
    assert "numpy" not in loaded
