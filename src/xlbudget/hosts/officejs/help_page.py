"""The help page: every function, from the catalogue; it works without any script."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby

from xlbudget.catalogue import FUNCTIONS, Function, Parameter
from xlbudget.catalogue.formula_text import default_text, formula_text, syntax
from xlbudget.hosts.answer_text import in_unit
from xlbudget.hosts.docstring import readable, refusals, section
from xlbudget.hosts.function_facts import returns_in_words
from xlbudget.hosts.officejs.names import NAMESPACE

POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"

_HEAD = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The functions of xlbudget</title>
<link rel="icon" href="icon-32.png">
<link rel="stylesheet" href="pane.css">
</head>
<body>
<main>
<h1>The functions of xlbudget</h1>
<p>Type them into a cell, such as <code>=XLB.NPV(5%,B2:B8)</code>. Money paid out is negative, a
rate is a fraction. Other programs write them with an underscore: <code>XLB_NPV</code>.</p>
<p>Excel hands over 0 for a blank cell on some systems, so a blank cannot be refused there as it
is elsewhere: fill in every cell. A date comes as its serial number.</p>
<h2 id="privacy">Privacy</h2>
<p>Everything is calculated on this machine. No figure of your workbook leaves it.</p>
<h2 id="terms">License</h2>
<p>xlbudget is free under the MIT license (license.txt). Python inside the page is Pyodide, under
the Mozilla Public License 2.0 (pyodide/license.txt); what it contains is told in
pyodide/notice.txt.</p>
"""


def help_page() -> str:
    """Return the page as HTML."""
    families = [
        (family, list(members))
        for family, members in groupby(FUNCTIONS.values(), key=lambda each: each.family)
    ]
    body = "".join(_family(name, members) for name, members in families)
    return f"{_HEAD}{body}</main>\n</body>\n</html>\n"


def in_excel(words: str) -> str:
    """Return words in which the functions are named as Excel has them here: XLB.NPV."""
    for name in sorted(FUNCTIONS, key=len, reverse=True):
        words = words.replace(name, name.replace(f"{NAMESPACE}_", f"{NAMESPACE}.", 1))
    return words


def _family(name: str, members: list[Function]) -> str:
    return f"<h2>{escape(name)}</h2>\n{''.join(map(_function, members))}"


def _function(function: Function) -> str:
    rows = "".join(_argument(function, each) for each in function.parameters)
    told = "".join(f"<p>{label}: {words}</p>\n" for label, words in _told(function))
    return f"""<h3 id="{function.name}"><code>{_text(syntax(function))}</code></h3>
<p>{_text(function.says)}</p>
<table>
<thead><tr><th scope="col">Argument</th><th scope="col">What it is</th></tr></thead>
<tbody>{rows}</tbody>
</table>
{told}"""


def _argument(function: Function, parameter: Parameter) -> str:
    told = f"{parameter.says} Takes {parameter.kind.value}."
    if function.is_optional(parameter):
        told += f" If left out: {default_text(function, parameter) or 'nothing'}."
    return f'<tr><th scope="row">{_text(parameter.name)}</th><td>{_text(told)}</td></tr>\n'


def _told(function: Function) -> Iterator[tuple[str, str]]:
    cells, result = function.example
    yield "Answers", _text(returns_in_words(function))
    yield "Example", f"<code>{_text(formula_text(function, cells))}</code>"
    if isinstance(result, (float, str)):
        yield "Its answer", _text(in_unit(result, function.returns))
    for name in ("Formula", "Source"):
        if words := readable(section(function, name)):
            yield name, _text(words)
    for refusal in refusals(function):
        yield f"<code>{escape(refusal.error)}</code>", _text(readable(refusal.when))


def _text(words: str) -> str:
    return escape(in_excel(words))
