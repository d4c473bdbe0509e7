"""The functions that people call in cells: each declared once, for every host.

A host reads ``FUNCTIONS``, offers each one in its own way, and answers with ``call``.
"""

from xlbudget.catalogue.call import Answer, call
from xlbudget.catalogue.cell import OMITTED
from xlbudget.catalogue.cell_error import CellError
from xlbudget.catalogue.function import Function, Parameter
from xlbudget.catalogue.functions import FUNCTIONS, NOT_IN_CELLS
from xlbudget.catalogue.kind import Kind
from xlbudget.catalogue.unit import Unit

__all__ = [
    "FUNCTIONS",
    "NOT_IN_CELLS",
    "OMITTED",
    "Answer",
    "CellError",
    "Function",
    "Kind",
    "Parameter",
    "Unit",
    "call",
]
