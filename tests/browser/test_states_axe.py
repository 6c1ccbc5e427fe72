"""Every state a person can meet has no fault that axe finds, on a phone and a desktop, in light and dark."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.nurse import NURSE_STATES, enter
from tests.browser.states import STATES, Stage

AXE = Axe()
# All default rules, best practices among them, and the one of WCAG 2.2 that axe leaves off unless it is asked for.
OPTIONS = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
# What a state breaks on purpose, as the browser puts it.
CAUSED = {
    "connection-lost": "net::ERR_FAILED",
    "refused": "status of 429",
    "not-found": "status of 404",
    "nurse-not-found": "status of 404",
}

both_screens = pytest.mark.parametrize("screen", ["phone", "desktop"])
both_schemes = pytest.mark.parametrize("scheme", ["light", "dark"])


def faults(page: Page) -> list[str]:
    """Return what axe finds on a page, shadow roots included, one line a fault."""
    found = AXE.run(page, options=OPTIONS).response["violations"]
    return [
        f"{fault['id']}: {node['html'][:150]} {node['failureSummary']}" for fault in found for node in fault["nodes"]
    ]


@both_schemes
@both_screens
@pytest.mark.parametrize("state", STATES)
def test_a_state_has_no_fault_that_axe_finds(state, guide, server, clinic, watch, picture):
    watch.excuse(CAUSED.get(state, "^$"))
    STATES[state](guide, Stage(server, clinic))
    picture(state)

    assert faults(guide.page) == []


@both_schemes
@both_screens
@pytest.mark.parametrize("state", NURSE_STATES)
def test_a_page_of_the_console_has_no_fault_that_axe_finds(state, page, server, watch, picture):
    watch.excuse(CAUSED.get(state, "^$"))
    enter(page, server, state)
    picture(state)

    assert faults(page) == []


def test_axe_finds_a_fault_inside_the_widget(guide):
    guide.open()
    guide.field.evaluate("field => field.insertAdjacentHTML('afterend', '<button></button>')")

    assert [fault.partition(":")[0] for fault in faults(guide.page)] == ["button-name"]
