"""The command: what it writes, what it says, and how it ends."""

from html import unescape

import pytest

from xlbudget.hosts.exits import ExitCode

BASE = ("--base-url", "https://apps.example.org/xlb")


@pytest.fixture
def build(xlbudget, pyodide):
    def run(*words):
        return xlbudget("addin", "build", "--host", "officejs", "--pyodide", pyodide, *words)

    return run


def test_it_writes_the_folder_and_says_what_is_next(build, here):
    done = build("-o", "site", *BASE)
    assert (done.exit_code, done.stdout) == (ExitCode.OK, "site\n")
    assert "https://apps.example.org/xlb/taskpane.html must open" in " ".join(done.stderr.split())
    assert (here / "site" / "manifest.xml").is_file()


def test_a_dry_run_writes_nothing(build, files):
    done = build("-o", "site", *BASE, "--dry-run")
    assert done.exit_code == ExitCode.OK
    assert "nothing was written" in done.stderr
    assert files() == []


def test_what_is_there_is_kept_under_a_dated_name(build, here, files):
    (here / "site").mkdir()
    assert build("-o", "site", *BASE).exit_code == ExitCode.USAGE
    done = build("-o", "site", *BASE, "--force")
    assert done.exit_code == ExitCode.OK
    kept, site = sorted(files(), key=len, reverse=True)
    assert site == "site"
    assert kept in done.stderr.replace("\n", "")


def test_office_js_can_lie_elsewhere(build, here):
    build("-o", "site", *BASE, "--office-js", "https://apps.example.org/office/office.js")
    page = (here / "site" / "taskpane.html").read_text("utf-8")
    assert 'src="https://apps.example.org/office/office.js"' in page
    assert "'wasm-unsafe-eval' https://apps.example.org;" in unescape(page)


def test_an_address_that_is_not_https_is_refused_before_anything_else(build, files):
    done = build("-o", "site", "--base-url", "http://apps.example.org")
    assert done.exit_code == ExitCode.USAGE
    assert "https://" in done.stderr
    assert files() == []


def test_without_pyodide_it_says_what_to_do(xlbudget, files):
    done = xlbudget("addin", "build", "-o", "site", *BASE)
    assert done.exit_code == ExitCode.USAGE
    assert "npm install pyodide@" in " ".join(done.stderr.split())
    assert files() == []
