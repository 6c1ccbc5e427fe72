"""The nurse console as a nurse uses it, and the pages that are looked at."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.browser.served import Served, words_of

W = words_of("console")
TOPIC = "drug/sunitinib"
TITLE = "Sunitinib (Sutent)"


def sign_in(page: Page, server: Served, to: str = "/nurse") -> None:
    """Sign in at a page that asks for it, and be there."""
    page.goto(server.address + to)
    page.get_by_label(W["token"]).fill(server.nurse_token)
    page.get_by_role("button", name=W["sign_in"]).click()
    expect(page.get_by_role("button", name=W["sign_out"])).to_be_visible()


def find(page: Page, words: str) -> Locator:
    """Write into the search without sending it, and return what is found."""
    page.get_by_role("searchbox", name=W["find_label"]).press_sequentially(words)
    found = page.get_by_role("list", name=W["found"], exact=True)
    expect(found).to_be_visible()
    return found


def start_script(page: Page, server: Served) -> None:
    """Open the first script at its first step."""
    sign_in(page, server, "/nurse/scripts")
    page.get_by_role("main").get_by_role("heading", level=2).first.get_by_role("link").click()
    page.get_by_role("link", name=W["start"], exact=True).click()
    expect(page.get_by_role("heading", name=W["ask"], exact=True)).to_be_visible()


def _find(page: Page, server: Served) -> None:
    sign_in(page, server)
    find(page, "sunitnib")
    expect(page.get_by_role("status")).not_to_be_empty()


def _gate(page: Page, server: Served) -> None:
    # With no token at all the page says how to make one; a nurse meets the other page.
    assert server.nurse_token
    page.goto(f"{server.address}/nurse")
    expect(page.get_by_label(W["token"])).to_be_visible()


def _at(path: str) -> Callable[[Page, Served], None]:
    return lambda page, server: sign_in(page, server, path)


NURSE_STATES: dict[str, Callable[[Page, Served], None]] = {
    "nurse-sign-in": _gate,
    "nurse-search": _find,
    "nurse-topic": _at(f"/nurse/answer/{TOPIC}"),
    "nurse-scripts": _at("/nurse/scripts"),
    "nurse-script-step": start_script,
    "nurse-review": _at("/nurse/review"),
    "nurse-review-section": _at(f"/nurse/review/{TOPIC}/side-effects"),
    "nurse-unanswered": _at("/nurse/unanswered"),
    "nurse-feedback": _at("/nurse/feedback"),
    "nurse-usage": _at("/nurse/usage"),
    "nurse-not-found": _at("/nurse/no-such-page"),
}


def enter(page: Page, server: Served, state: str) -> None:
    """Bring a page into a state of the console."""
    NURSE_STATES[state](page, server)
