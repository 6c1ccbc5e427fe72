"""The live filter and the server find the same, in the same order."""

from __future__ import annotations

import pytest

from tests.browser.nurse import sign_in

LIVE = """async (query) => {
    const { find } = await import('/nurse/static/console.js')
    const index = await (await fetch('/nurse/index.json')).json()
    return find(index, query).slice(0, 40).map((entry) => entry[4])
}"""
ASKED = """async (query) => {
    const text = await (await fetch('/nurse?q=' + encodeURIComponent(query))).text()
    const page = new DOMParser().parseFromString(text, 'text/html')
    return [...page.querySelectorAll('#found a')].map((link) => link.getAttribute('href'))
}"""


@pytest.mark.parametrize(
    "query",
    ["sunitinib", "cabozantinb diarhea", "blood presure", "pain", "hand foot", "fatige", "a", "zzzz", "Jos\u00e9"],
)
def test_the_live_filter_finds_what_the_server_finds(page, server, query):
    sign_in(page, server)

    assert page.evaluate(LIVE, query) == page.evaluate(ASKED, query)
