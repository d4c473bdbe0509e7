"""The judge that is a browser: it reaches our server, keeps its policy, and nothing beyond."""

import pytest
from playwright.sync_api import Error

from judges import chromium

PAGE = b"<!doctype html><p id='told'>still</p><script>told.textContent = 'script ran'</script>"


@pytest.fixture(scope="module")
def page(browser):
    opened = browser.new_page()
    yield opened
    opened.close()


@pytest.mark.parametrize(("policy", "words"), [("", "script ran"), ("script-src 'self'", "still")])
def test_the_policy_of_the_server_is_kept(page, policy, words):
    with chromium.server() as served:
        served.files, served.policy = {"page.html": PAGE}, policy
        page.goto(f"{served.address}/page.html")
        assert page.inner_text("#told") == words


def test_it_reaches_no_other_machine(page):
    with pytest.raises(Error, match="ERR_NAME_NOT_RESOLVED"):
        page.goto("https://example.org/")
