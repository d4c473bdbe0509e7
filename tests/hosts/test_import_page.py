"""docs/how-to/import.md keeps its word: its example runs, and its entries exist."""

import re
from pathlib import Path

from xlbudget.model.finding import Place
from xlbudget.model.mapping_file import read_mapping

PAGE = (Path(__file__).parents[2] / "docs" / "how-to" / "import.md").read_text(encoding="utf-8")


def block(kind):
    return PAGE.split(f"```{kind}\n")[1].split("```")[0]


def test_its_example_makes_three_lines_and_ties(xlbudget, here):
    (here / "actuals.csv").write_text(block("csv"))
    (here / "actuals-mapping.toml").write_text(block("toml"))
    done = xlbudget("import", "actuals.csv", "--into", "elm-valley")
    told = [" ".join(line.split()) for line in done.stdout.splitlines()]
    assert done.exit_code == 0
    assert "Rows below row 4: 4. Records: 3. Left out: 1. Did not map: 0." in told
    assert "Actual Amount unit_price 128,301.00 64,150.50 0 64,150.50 yes" in told


def test_every_entry_it_names_is_one_of_a_mapping():
    (table,) = re.findall(r"\| --- \| --- \|\n((?:\|.+\n)+)", PAGE)
    named = re.findall(r"^\| `(\w+) =", table, re.MULTILINE)
    text = block("toml").replace('table = "line_items"', "table = 5")
    (told,) = [one for one in read_mapping(f"x = 1\n{text}", Place()).findings if "“x”" in one.saw]
    assert [name for name in named if name not in told.wants] == ["amount_2027"]
