"""Digital-learning budgets for school districts, in a spreadsheet.

    import xlbudget

    budget = xlbudget.load(xlbudget.sample_folder())
    xlbudget.write(budget, "budget.xlsx")
    xlbudget.to_frame(xlbudget.analyze(budget), "cost_by_area")

The names below are imported when they are first used: ``import xlbudget`` alone is quick.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlbudget.analysis import analyze
    from xlbudget.hosts.python import findings, load
    from xlbudget.hosts.python_write import write
    from xlbudget.hosts.sample import sample_folder
    from xlbudget.portfolio.frame import to_frame, to_frames

__version__ = "0.1.0"

__all__ = [
    "__version__",
    "analyze",
    "findings",
    "load",
    "sample_folder",
    "to_frame",
    "to_frames",
    "write",
]

_HOMES = {
    "analyze": "xlbudget.analysis",
    "findings": "xlbudget.hosts.python",
    "load": "xlbudget.hosts.python",
    "sample_folder": "xlbudget.hosts.sample",
    "to_frame": "xlbudget.portfolio.frame",
    "to_frames": "xlbudget.portfolio.frame",
    "write": "xlbudget.hosts.python_write",
}


def __getattr__(name: str) -> object:
    """Import a name of the API when it is first used (PEP 562)."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the names of the API."""
    return sorted({*globals(), *__all__})
