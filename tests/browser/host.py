"""A clinic's page with the guide on it: the example of the docs, with the addresses of this test in it."""

from __future__ import annotations

import re

from playwright.sync_api import Page

from tests.browser.served import ROOT, ClinicSite, Served

EXAMPLE = ROOT / "docs" / "tasks" / "example-site.html"
GUIDE = ROOT / "docs" / "tasks" / "put-it-on-your-site.md"
SCRIPT = re.compile(r'https?://[^"\s]+(?=/guide\.js")')


def visit(page: Page, site: ClinicSite, server: Served) -> None:
    """Open the example page on a site, under the policy that the docs tell a clinic to set."""
    html = EXAMPLE.read_text(encoding="utf-8")
    named = SCRIPT.search(html)[0]
    policy = policy_of_the_docs().replace(named, server.address)
    # A header of our own would make the browser ask first for each file, as it does for no clinic.
    page.context.set_extra_http_headers({})
    page.goto(site.show("/", html.replace(named, server.address), **{"Content-Security-Policy": policy}))


def policy_of_the_docs() -> str:
    """Return the content security policy that the docs show."""
    text = GUIDE.read_text(encoding="utf-8")
    policy = re.search(r"Content-Security-Policy: (.+?)\n\s*```", text, re.DOTALL)[1]
    return " ".join(policy.split())
