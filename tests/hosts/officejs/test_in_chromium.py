"""The page in a real browser: it loads, answers, asks no other machine, and blocks nobody."""

from pathlib import Path

import pytest

from catalogue.agreement import agrees
from hosts.officejs.routes import answered, handed_over
from judges import chromium
from xlbudget.catalogue import FUNCTIONS, call
from xlbudget.hosts.officejs.build import files
from xlbudget.hosts.officejs.site import site

OFFICE = Path(__file__).with_name("fake_office.js")
MINUTE = 60_000
FAR_BELOW_A_START_OF_PYTHON = 1_000
"""Milliseconds; benchmarks/officejs.py measures, on an idle machine, that it is less than 50."""

CALLS = [(name, each.example[0]) for name, each in FUNCTIONS.items()]
REFUSED = ("XLB_ROI", (3_840.0, 0.0))


@pytest.fixture(scope="module")
def visited(browser, pyodide):
    """Return the page with its functions ready, and the addresses that it has asked for."""
    with chromium.server() as served:
        where = site(f"{served.address}/xlb", f"{served.address}/office.js")
        served.policy = f"{where.policy}; frame-ancestors 'none'"
        served.files = {f"xlb/{name}": each for name, each in files(where, pyodide).items()}
        served.files |= {"office.js": OFFICE.read_bytes()}
        page, asked = browser.new_page(), []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(where.at("taskpane.html"))
        first_words = page.inner_text("#state")
        page.wait_for_selector("#state:not([data-state=loading])", timeout=MINUTE)
        yield page, asked, where, first_words
        page.close()


def test_it_says_how_the_functions_are(visited):
    page, _asked, _where, first_words = visited
    assert "loading" in first_words
    assert page.inner_text("#state") == "Functions are ready."
    assert "No figure of your workbook leaves it" in page.inner_text("main")


def test_every_example_is_answered_as_in_python(visited):
    page = visited[0]
    calls = [(name, handed_over(FUNCTIONS[name], cells)) for name, cells in (*CALLS, REFUSED)]
    shown = page.evaluate("(calls) => window.calls(calls)", calls)
    wrong = [
        name
        for (name, cells), each in zip((*CALLS, REFUSED), shown, strict=True)
        if not agrees(answered(each), call(FUNCTIONS[name], cells))
    ]
    assert wrong == []
    assert "divided by" in shown[-1]["reason"]


def test_python_calculates_on_a_thread_of_its_own(visited):
    page = visited[0]
    assert page.evaluate("window.recalculate(10_000)") == 10_000
    assert [worker.url.rpartition("/")[2] for worker in page.workers] == ["worker.js"]
    assert page.evaluate("window.longest") < FAR_BELOW_A_START_OF_PYTHON


def test_no_request_leaves_the_machine_and_the_policy_refuses_nothing_of_ours(visited):
    page, asked, where, _ = visited
    assert len(asked) > 10
    assert [url for url in asked if not url.startswith(f"http://{where.host}/")] == []
    assert page.evaluate("window.refusedByPolicy") == []


def test_the_policy_is_enforced(visited):
    page = visited[0]
    page.evaluate("fetch('https://example.org/').catch(() => 0)")
    page.wait_for_function("window.refusedByPolicy.length > 0")
    assert "connect-src https://example.org" in page.evaluate("window.refusedByPolicy.join()")


def test_without_excel_the_page_says_so(browser, held):
    with chromium.server() as served:
        served.files = held | {"taskpane.html": _without_office(held["taskpane.html"])}
        page = browser.new_page()
        page.goto(f"{served.address}/taskpane.html")
        page.wait_for_selector("#state[data-state=failed]", timeout=MINUTE)
        assert "not open in Excel" in page.inner_text("#state")
        page.close()


def test_the_help_works_without_scripts(browser, held):
    with chromium.server() as served:
        served.files = held
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(f"{served.address}/help.html#XLB_NPV")
        assert "XLB.NPV(rate, flows, [first_period])" in page.inner_text("main")
        context.close()


def _without_office(page):
    lines = page.decode().splitlines()
    return "\n".join(line for line in lines if "office.js" not in line).encode()
