"""The README keeps its word: its Python runs, its commands run, its links lead somewhere."""

import doctest
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from xlbudget.hosts.cli import app

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^\$ xlbudget (.+)$", README, re.MULTILINE)


def test_its_python_runs(monkeypatch):
    monkeypatch.chdir(ROOT)
    snippet = README.split("```python\n")[1].split("```")[0]
    examples = doctest.DocTestParser().get_doctest(snippet, {}, "README", "README.md", 0)
    assert doctest.DocTestRunner().run(examples).failed == 0


@pytest.mark.parametrize("words", COMMANDS)
def test_its_commands_run(words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    (tmp_path / "my-district").symlink_to(ROOT / "examples" / "riverbend")
    done = CliRunner().invoke(app, words.split())
    assert done.exit_code in {0, 1}, done.output


@pytest.mark.parametrize(
    "page",
    ["README.md", *(p.relative_to(ROOT).as_posix() for p in sorted(ROOT.glob("docs/**/*.md")))],
)
def test_links_lead_somewhere(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert ((ROOT / page).parent / target).exists(), target


def test_make_targets_named_exist():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"make (\w+)", README):
        assert f"\n{target}:" in makefile
