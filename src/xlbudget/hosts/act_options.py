"""The options and arguments of actions, each with its help."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from xlbudget.hosts.options import workbook_name

ActionName = Annotated[
    str | None,
    typer.Argument(metavar="NAME", help="The action; without one, all are listed."),
]
ActionBook = Annotated[
    Path | None,
    typer.Argument(metavar="BOOK", help="The workbook that it is done to."),
]
ListActions = Annotated[bool, typer.Option("--list", help="List the actions, and do nothing.")]
GivenAnswers = Annotated[
    list[str] | None,
    typer.Option(
        "--answer", "-a", metavar="KEY=VALUE", help="An answer to a question; as often as needed."
    ),
]
AnswersFile = Annotated[
    Path | None,
    typer.Option("--answers", metavar="FILE.json", help="Answers as one JSON object of texts."),
]
Suggested = Annotated[
    bool, typer.Option("--suggested", help="Take what is suggested where nothing is answered.")
]
SelectedCell = Annotated[
    str,
    typer.Option("--cell", metavar="SHEET!CELL", help='The cell that is meant: "Summary!A6".'),
]
ActedBook = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="PATH",
        help="Write the changed workbook there; BOOK stays as it is.",
        callback=workbook_name,
    ),
]
