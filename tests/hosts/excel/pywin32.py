"""A stand-in for pywin32, so that xlwings' own server code runs where there is no Excel.

Only the transport is made up: modules that xlwings imports, and ranges as COM hands them over.
What becomes of the arguments and of the answer is done by xlwings itself.
"""

import atexit
import ctypes
import importlib
import sys
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from types import ModuleType, SimpleNamespace
from unittest.mock import patch

RANGE = "{00020846-0000-0000-C000-000000000046}"
MISSING = -2147352572
"""What COM hands over for an argument that was left out."""

UDFS = "xlbudget.hosts.excel.udfs"
PRESS = "xlbudget.hosts.excel.press"


class Anything:
    """Answers every question with itself, or 0."""

    def __getattr__(self, _name):
        return Anything()

    def __call__(self, *_arguments, **_options):
        return 0


class ComError(Exception):
    """What pywin32 raises."""


class Dispatch:
    """A COM object of no known kind."""


class Range:
    """A range of cells: ``Value`` is one value, or rows of them, as Excel hands it over."""

    def __init__(self, rows):
        application = SimpleNamespace(Hwnd=1)
        book = SimpleNamespace(Name="Budget.xlsx", FullName="Budget.xlsx", Application=application)
        self.Worksheet = SimpleNamespace(Name="Plan", Parent=book, Application=application)
        self.Application = application
        self.Row = self.Column = 1
        self.Rows = SimpleNamespace(Count=len(rows))
        self.Columns = SimpleNamespace(Count=len(rows[0]))
        self.Value = rows[0][0] if len(rows) == 1 == len(rows[0]) else rows
        attributes = SimpleNamespace(iid=RANGE)
        kind = SimpleNamespace(GetTypeAttr=lambda: attributes)
        self._oleobj_ = SimpleNamespace(GetTypeInfo=lambda: kind)


@cache
def server():
    """Return xlwings' real server, with our functions declared by xlwings' real decorators."""
    import xlwings  # noqa: PLC0415 - as everywhere else: without anything made up

    with _windows():
        windows, declare, running = map(
            importlib.import_module, ("xlwings._xlwindows", "xlwings.udfs", "xlwings.com_server")
        )
    xlwings.engines.add(xlwings.Engine(impl=windows.engine))
    with patch.multiple(xlwings, func=declare.xlfunc, arg=declare.xlarg, ret=declare.xlret):
        for module in (UDFS, PRESS):
            sys.modules.pop(module, None)
            importlib.import_module(module)
    return running.XLPython()


def call_udf(name, *arguments):
    """Return what xlwings answers to VBA."""
    return server().CallUDF(UDFS, name, arguments)


def call_press(name, *arguments, book=None):
    """Return what xlwings answers to the buttons; the workbook is the one that is meant."""
    return server().CallUDF(PRESS, name, arguments, book)


@contextmanager
def _windows():
    """Give Python what it has on Windows only, while xlwings' modules are imported."""
    stand_ins = _stand_ins()
    sys.modules.update(stand_ins)
    with (
        patch.object(ctypes, "windll", Anything(), create=True),
        patch.object(ctypes, "oledll", Anything(), create=True),
        patch.object(ctypes, "PyDLL", lambda *_a, **_k: Anything()),
        # When Python ends, xlwings would look for forgotten Excels with a program of Windows.
        patch.object(atexit, "register", lambda task: task),
    ):
        yield
    for name in stand_ins:
        del sys.modules[name]


def _stand_ins():
    def not_ours(*_arguments):
        raise ComError

    members = {
        "pythoncom": {
            "IID_IDispatch": 0,
            "TypeIIDs": {0: Dispatch},
            "com_error": ComError,
            "CoInitialize": Anything(),
            "__file__": "pythoncom.dll",
        },
        "pywintypes": {"IID": str.upper, "TimeType": datetime, "com_error": ComError},
        "win32api": {},
        "win32con": {},
        "win32gui": {},
        "win32event": {},
        "win32process": {"GetWindowThreadProcessId": lambda _window: (1, 1)},
        "win32timezone": {},
        "win32com": {},
        "win32com.client": {
            "Dispatch": lambda book: book,
            "DispatchEx": None,
            "CDispatch": Dispatch,
            "CoClassBaseClass": Dispatch,
            "DispatchBaseClass": Dispatch,
        },
        "win32com.client.dynamic": {},
        "win32com.server": {},
        "win32com.server.util": {"unwrap": not_ours},
        "win32com.server.dispatcher": {},
        "win32com.server.policy": {},
    }
    return _linked({name: _module(name, **held) for name, held in members.items()})


def _module(name, **members):
    module = ModuleType(name)
    vars(module).update(members)
    return module


def _linked(modules):
    """Return modules, each of a package also as a member of it."""
    for name, module in modules.items():
        package, _, last = name.rpartition(".")
        if package:
            setattr(modules[package], last, module)
    return modules
