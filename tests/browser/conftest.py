"""The fixtures of the browser tests: one real server, one Chromium, and a page that fails its test on any error."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.guide import Guide
from tests.browser.hearing import LISTEN
from tests.browser.served import ROOT, ClinicSite, Served, served
from tests.browser.watch import Watch

PATIENCE = 20_000  # ms: how long something may take on a busy machine; nothing waits that long by plan
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SCREENS = {
    "desktop": {"viewport": {"width": 1280, "height": 800}},
    "phone": {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True},
    "small": {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True},
    # A desktop of 1280 by 1024 at 400 %.
    "zoomed": {"viewport": {"width": 320, "height": 256}},
}
PICTURES = ROOT / "build" / "browser"


@pytest.fixture(scope="session")
def clinic() -> Iterator[ClinicSite]:
    """A clinic's website whose origin is on the server's list."""
    with ClinicSite() as site:
        yield site


@pytest.fixture(scope="session")
def stranger() -> Iterator[ClinicSite]:
    """A website whose origin is not on the list."""
    with ClinicSite() as site:
        yield site


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, clinic: ClinicSite) -> Iterator[Served]:
    """The real server, with everything it keeps in a folder of its own."""
    folder = tmp_path_factory.mktemp("server")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with served(folder, [clinic.origin], ROOT / "build" / "browser-server.log") as running_server:
        yield running_server
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    expect.set_options(timeout=PATIENCE)
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def screen() -> str:
    """The size of the screen: a name of SCREENS."""
    return "desktop"


@pytest.fixture
def scheme() -> str:
    """The colors the person prefers: light or dark."""
    return "light"


@pytest.fixture
def motion() -> str:
    """The motion the person prefers: no-preference or reduce."""
    return "no-preference"


@pytest.fixture
def context(browser: Browser, server: Served, screen: str, scheme: str, motion: str) -> Iterator[BrowserContext]:
    """A browser profile of its own for each test."""
    opened = browser.new_context(
        **SCREENS[screen],
        color_scheme=scheme,
        reduced_motion=motion,
        extra_http_headers={"X-Forwarded-For": server.new_caller()},
    )
    opened.set_default_timeout(PATIENCE)
    opened.add_init_script(LISTEN)
    yield opened
    opened.close()


@pytest.fixture
def watch(context: BrowserContext, server: Served, clinic: ClinicSite, stranger: ClinicSite) -> Iterator[Watch]:
    """What the browser did that it should not; the test fails at its end if there is anything."""
    watch = Watch(context, server.address, clinic.origin, stranger.origin)
    yield watch

    assert not watch.faults


@pytest.fixture
def page(context: BrowserContext, watch: Watch) -> Page:
    """A page that is watched."""
    return context.new_page()


@pytest.fixture
def guide(page: Page, server: Served) -> Guide:
    """The guide as a person uses it; not open yet."""
    return Guide(page, server.address, server.settings)


@pytest.fixture
def picture(page: Page, screen: str, scheme: str):
    """Keep a picture of a state: build/browser/<state>-<screen>-<scheme>.png."""

    def keep(state: str) -> Path:
        path = PICTURES / f"{state}-{screen}-{scheme}.png"
        page.screenshot(path=path, animations="disabled")
        return path

    return keep
