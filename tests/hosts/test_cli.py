"""The command line as a whole: help, version, usage, no traceback, quick to start."""

import subprocess
import sys

import pytest
import typer.main

from xlbudget import __version__
from xlbudget.errors import FinanceError, LockedFileError
from xlbudget.hosts import cli

COMMANDS = [
    "demo",
    "new",
    "analyze",
    "check",
    "compare",
    "import",
    "template",
    "freeze",
    "migrate",
    "doctor",
    "functions",
    "call",
]
HEAVY = ["numpy", "numpy_financial", "openpyxl", "pandas", "xlsxwriter"]
HELP = """
import sys
from xlbudget.hosts.cli import app
try:
    app(sys.argv[1:], prog_name="xlbudget")
except SystemExit as end:
    assert not end.code
print("\\n".join(sorted(sys.modules)), file=sys.stderr)
"""


@pytest.mark.parametrize(
    "words", [["--help"], ["--version"], *([name, "--help"] for name in COMMANDS)]
)
def test_help_imports_no_heavy_package(words):
    done = subprocess.run(
        [sys.executable, "-c", HELP, *words], capture_output=True, text=True, check=True
    )
    loaded = done.stderr.split()
    assert "typer" in loaded
    assert not set(HEAVY) & set(loaded)
    assert not [name for name in loaded if name.startswith(("xlbudget.sheets", "xlbudget.model"))]


def test_help_names_every_command_and_exit_code(xlbudget):
    done = xlbudget("--help")
    assert done.exit_code == 0
    for name in COMMANDS:
        assert f"\n  {name} " in done.stdout
    assert "3 input invalid" in done.stdout


@pytest.mark.parametrize("command", typer.main.get_command(cli.app).commands.values())
def test_every_command_and_option_has_help(xlbudget, command):
    told = " ".join(xlbudget(command.name, "--help").stdout.split())
    assert " ".join(command.help.split()) in told
    assert all(parameter.help in told for parameter in command.params)


def test_version(xlbudget):
    done = xlbudget("--version")
    assert (done.exit_code, done.stdout) == (0, f"xlbudget {__version__}\n")


@pytest.mark.parametrize(
    "words",
    [
        ["frobnicate"],
        ["new"],
        ["new", "nowhere"],
        ["check", "nowhere"],
        ["analyze", "nowhere"],
        ["new", ".", "--edition", "golden"],
        ["demo", "-o", "budget.xls"],
        ["demo", "-o", "nowhere/budget.xlsx"],
        ["--frob"],
    ],
    ids=" ".join,
)
def test_usage_ends_with_2_and_says_why_on_stderr(xlbudget, files, words):
    done = xlbudget(*words)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr
    assert files() == []


@pytest.fixture
def failing(monkeypatch):
    """Return a function that makes the doctor fail with an error."""

    def fail(error):
        def examine(_):
            raise error

        monkeypatch.setattr("xlbudget.hosts.look_into.examine", examine)

    return fail


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        pytest.param(ZeroDivisionError("by zero"), 5, "a fault of its own", id="unknown"),
        pytest.param(KeyError("x"), 5, "KeyError", id="kind-is-named"),
        pytest.param(RecursionError(), 5, "RecursionError", id="recursion"),
        pytest.param(MemoryError(), 5, "MemoryError", id="memory"),
        pytest.param(FinanceError(saw="S", wants="W", fix="F"), 5, "S. W. F.", id="finance"),
        pytest.param(LockedFileError(saw="S", wants="W", fix="F"), 4, "S. W. F.", id="locked"),
        pytest.param(PermissionError(13, "denied", "a.csv"), 4, "a.csv cannot be", id="permission"),
        pytest.param(OSError(28, "No space left"), 4, "No space left", id="disk-full"),
    ],
)
def test_every_error_ends_in_one_sentence_and_its_code(xlbudget, failing, error, code, words):
    failing(error)
    done = xlbudget("doctor")
    assert done.exit_code == code
    assert done.stdout == ""
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("words", [["--debug", "doctor"], ["doctor", "--debug"]], ids=" ".join)
def test_a_traceback_is_shown_when_asked_for(xlbudget, failing, words):
    failing(ZeroDivisionError("by zero"))
    done = xlbudget(*words)
    assert done.exit_code == 5
    assert "Traceback" in done.stderr
    assert "ZeroDivisionError: by zero" in done.stderr


def test_debug_is_forgotten_by_the_next_command(xlbudget, failing):
    failing(ZeroDivisionError())
    xlbudget("--debug", "doctor")
    assert "Traceback" not in xlbudget("doctor").stderr


def test_run_is_what_the_installed_program_starts(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["xlbudget", "--version"])
    with pytest.raises(SystemExit) as end:
        cli.run()
    assert end.value.code == 0
    assert capsys.readouterr().out == f"xlbudget {__version__}\n"


def test_a_terminal_without_unicode_gets_question_marks_and_no_fault(sound):
    done = subprocess.run(
        [sys.executable, "-c", "from xlbudget.hosts.cli import run; run()", "check", sound],
        capture_output=True,
        check=False,
        env={"PYTHONIOENCODING": "ascii"},
    )
    assert done.returncode == 0
    assert done.stdout.isascii()
