"""A nurse's browser, and a console with files of its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.console import console_blueprint
from assistant.console.nurses import Nurses

ROOT = Path(__file__).resolve().parents[3]
NAME, ROLE = "a nurse", "oncology nurse"
ORIGIN = {"Origin": "http://guide.example"}


class Browser:
    """Keeps cookies, and sends a form with the token of the page it was on, as a browser does."""

    def __init__(self, site) -> None:
        self.site, self.cookies = site, {}

    def get(self, path, address="192.0.2.1", **headers):
        page = self.site.get(path, address=address, headers={"Accept": "text/html", **headers}, cookies=self.cookies)
        return self._kept(page)

    def post(self, path, address="192.0.2.1", headers=ORIGIN, **fields):
        page = self.site.post(path, address=address, headers=headers, data=fields, cookies=self.cookies)
        return self._kept(page)

    def form(self, path) -> str:
        """Return the token that the forms of a page carry."""
        return re.search(r'name="form" value="(\w+)"', self.get(path).text)[1]

    def sign_in(self, token, to="/nurse"):
        return self.post("/nurse/sign-in", form=self.form("/nurse/sign-in"), token=token, to=to)

    def _kept(self, page):
        self.cookies |= dict(page.cookies)
        return page


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """Keep what the console reads and writes in a folder of its own."""
    names = {"OUTBOX": "outbox.jsonl", "FEEDBACK": "feedback.jsonl", "SCRIPTS": "scripts.jsonl"}
    names |= {"AUDIT": "audit", "LEDGER": "unanswered.jsonl", "NURSE_TOKENS": "nurse-tokens"}
    for variable, name in names.items():
        monkeypatch.setenv(f"GUIDE_{variable}", str(tmp_path / name))
    monkeypatch.setenv("GUIDE_SECRET", "a secret of a test that is long enough")
    monkeypatch.delenv("GUIDE_NURSE_HEADER", raising=False)
    monkeypatch.delenv("GUIDE_NURSE_PROXY", raising=False)
    return tmp_path


@pytest.fixture
def token(kept):
    """The token of the one nurse there is."""
    return Nurses(kept / "nurse-tokens").add(NAME, ROLE)


@pytest.fixture
def site(serve, kept):
    """The console alone, with the content as it is served."""
    return serve(attach=lambda app: app.blueprint(console_blueprint(ROOT / "content", "en")))


@pytest.fixture
def stranger(site):
    """A browser in which nobody is signed in."""
    return Browser(site)


@pytest.fixture
def nurse(site, token):
    """A browser in which the nurse is signed in."""
    browser = Browser(site)
    browser.sign_in(token)
    return browser
