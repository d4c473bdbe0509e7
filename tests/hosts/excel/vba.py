"""The add-in's VBA, run by pyOpenVBA's interpreter, with xlwings' real server at its end.

The interpreter knows no files, no environment and no DLL, so a module of the test stands in for
what xlwings' module does with them; its questions go to a ``Machine``.
"""

# ruff: noqa: N802 - the names are those of Excel

import re
from dataclasses import dataclass, field

from pyopenvba.apps.excel import ExcelApplication
from pyopenvba.interpreter import (
    EMPTY,
    MISSING,
    VBAArray,
    VBAErrorValue,
    VBAObject,
    VBARuntimeError,
    member,
    method,
)

from hosts.excel import pywin32
from xlbudget.hosts.excel import xlam

ERROR_FROM_COM = -2146828288
ROWS, COLUMNS = 1_048_576, 16_384

STAND_INS = """
Public Function XLPy() As Object
    Set XLPy = CreateObject("machine").Start()
End Function
Public Sub KillPy()
    CreateObject("machine").Kill
End Sub
Public Function Environ(ByVal name As String) As String
    Environ = "C:\\Users\\ana"
End Function
Public Function StrPtr(ByVal text As String) As Long
    StrPtr = CreateObject("machine").Place(text)
End Function
Public Function FileExistsOnWindows(ByVal path As String) As Boolean
    FileExistsOnWindows = CreateObject("machine").Has(path)
End Function
Public Function GetConfigFromFile(ByVal file As String, ByVal key As String, ByRef value As String) As Boolean
    value = CreateObject("machine").Setting(file, key)
    GetConfigFromFile = Len(value) > 0
End Function
"""  # noqa: E501 - VBA

CLOSED = "closed"
"""What a test answers in a dialog to close it: Excel then gives a text without a place."""

PYTHON = r"C:\Python\pythonw.exe"


@dataclass
class Machine(VBAObject):
    """What the add-in meets: a settings file and a Python, and how they fail.

    Attributes:
        interpreter: What the settings name.
        files: The files that are there.
        start_fails: What the DLL says when Python does not start.
        call_fails: What a call says that fails.
        ended: How many of the Pythons that were started have ended since.
        starts: How many were started.
        killed: How many were ended by a button.
        asked: Module and function of each call.
        book: What the active workbook is to xlwings.

    """

    vba_type_name = "Machine"
    interpreter: str = PYTHON
    files: tuple[str, ...] = (PYTHON,)
    start_fails: str = ""
    call_fails: str = ""
    ended: int = 0
    starts: int = 0
    killed: int = 0
    asked: list[tuple] = field(default_factory=list)
    book: object = None

    @method
    def Has(self, path: object) -> object:
        return path in self.files

    @method
    def Setting(self, file: object, key: object) -> object:
        right = file == r"C:\Users\ana\.xlbudget\xlbudget.conf" and key == "INTERPRETER_WIN"
        return self.interpreter if right else ""

    @method
    def Place(self, text: object) -> object:
        return 0 if text == CLOSED else 1

    @method
    def Kill(self) -> object:
        self.killed += 1
        return EMPTY

    @method
    def Start(self) -> object:
        self.starts += 1
        if self.start_fails:
            raise VBARuntimeError(1000, self.start_fails)
        return Server(self, self.starts)


class Server(VBAObject):
    """xlwings' server as VBA sees it."""

    vba_type_name = "XLPython"

    def __init__(self, machine, number):
        self.machine = machine
        self.number = number

    @method
    def CallUDF(
        self, module: object, name: object, arguments: object, book: object = None
    ) -> object:
        if self.number <= self.machine.ended:
            raise VBARuntimeError(462, "The remote server machine does not exist")
        self.machine.asked.append((module, name))
        if self.machine.call_fails:
            raise VBARuntimeError(440, self.machine.call_fails)
        if module == pywin32.PRESS:
            known = self.machine.book if isinstance(book, VBAObject) else None
            return from_com(pywin32.call_press(name, *to_com(arguments), book=known))
        return from_com(pywin32.call_udf(name, *to_com(arguments)))


class Count(VBAObject):
    """A collection of which only the size matters."""

    vba_type_name = "Collection"

    def __init__(self, count):
        self.size = count

    @member
    def Count(self) -> object:
        return self.size


class Sheet(VBAObject):
    """A sheet; what is used of it begins in A1."""

    vba_type_name = "Worksheet"

    def __init__(self, rows, columns):
        self.used = rows, columns

    @member
    def Rows(self) -> object:
        return Count(ROWS)

    @member
    def Columns(self) -> object:
        return Count(COLUMNS)

    @member
    def UsedRange(self) -> object:
        return Range([[None] * self.used[1]] * self.used[0])


class Range(VBAObject):
    """A range at A1, perhaps larger than what is filled of it."""

    vba_type_name = "Range"

    def __init__(self, filled, rows=0, columns=0, areas=1):
        self.filled = filled
        self.rows = rows or len(filled)
        self.columns = columns or len(filled[0])
        self.areas = areas

    @member
    def Areas(self) -> object:
        return Count(self.areas)

    @member
    def Rows(self) -> object:
        return Count(self.rows)

    @member
    def Columns(self) -> object:
        return Count(self.columns)

    @member
    def Row(self) -> object:
        return 1

    @member
    def Column(self) -> object:
        return 1

    @member
    def Worksheet(self) -> object:
        return Sheet(len(self.filled), len(self.filled[0]))

    @method
    def Resize(self, rows: object, columns: object) -> object:
        return Range(self.filled, int(rows), int(columns))

    @member
    def Value2(self) -> object:
        if self.rows == 1 == self.columns:
            return self._at(0, 0)
        places = [(row, column) for column in range(self.columns) for row in range(self.rows)]
        return VBAArray([(1, self.rows), (1, self.columns)], items=[self._at(*at) for at in places])

    def _at(self, row, column):
        inside = row < len(self.filled) and column < len(self.filled[0])
        held = self.filled[row][column] if inside else None
        return EMPTY if held is None else held


def workbench(machine):
    """Return an Excel that runs the add-in's code on a machine."""
    excel = ExcelApplication()
    excel.add_workbook()
    excel.interpreter.host.create = lambda _name: machine
    for name, text in xlam.classes().items():
        # The interpreter raises no events of Excel.
        code = text.partition("END\n")[2].replace("WithEvents ", "")
        excel.add_module(code, name=name, kind="class")
    texts = xlam.modules() | {"xlwings": STAND_INS}
    for name, text in texts.items():
        # The interpreter does not read the help that stands inside of functions.
        excel.add_module(re.sub(r"(?m)^Attribute XLB_.*\n", "", text), name=name)
    return excel


def to_com(held):
    """Return a value of VBA as COM hands it to Python."""
    if held is EMPTY:
        return None
    if held is MISSING:
        return pywin32.MISSING
    if isinstance(held, VBAErrorValue):
        return held.number + ERROR_FROM_COM
    if isinstance(held, VBAArray):
        return tuple(to_com(each) for each in nested(held))
    if isinstance(held, (bool, str, tuple)):
        return tuple(map(to_com, held)) if isinstance(held, tuple) else held
    return float(held)


def nested(array):
    """Return an array of VBA as rows, or as a list if it has one dimension."""
    first, *second = (range(low, high + 1) for low, high in array.bounds)
    if second:
        return [tuple(array.get([row, column]) for column in second[0]) for row in first]
    return [array.get([place]) for place in first]


def from_com(answer):
    """Return an answer of Python as COM hands it to VBA: what is a list becomes an array."""
    if not isinstance(answer, list):
        return answer
    if not isinstance(answer[0], list):
        return VBAArray([(0, len(answer) - 1)], items=answer)
    across = range(len(answer[0]))
    return VBAArray(
        [(0, len(answer) - 1), (0, len(answer[0]) - 1)],
        items=[row[column] for column in across for row in answer],
    )
