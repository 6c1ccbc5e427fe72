"""The pages of the guide as a browser gets them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from assistant.channels.web import GuideWeb
from assistant.web.pages import attach
from assistant.web.site import Site

ROOT = Path(__file__).resolve().parents[3]
SECRET = "a secret of a test that is long enough"


@pytest.fixture
def channel():
    return GuideWeb(secret=SECRET)


@pytest.fixture
def site(library):
    """The pages of the library as it is served."""
    return Site(ROOT / "content", "en", lambda: library)


@pytest.fixture
def guide(serve, site, channel):
    """The pages served, with a ready agent."""
    return serve(attach=partial(attach, site=site, channel=channel))


@pytest.fixture
def starting(serve, channel):
    """The pages served while neither the library nor the model is read."""
    site = Site(ROOT / "content", "en", lambda: None)
    return serve(attach=partial(attach, site=site, channel=channel), agent=None)
