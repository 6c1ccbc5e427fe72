"""The fixtures everyone may use."""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
from pathlib import Path

import pytest

from assistant.quiet import hush

hush()
# Tests leave no lines in the audit of a guide that runs here.
os.environ["GUIDE_AUDIT"] = tempfile.mkdtemp(prefix="guide-audit-")
os.environ["GUIDE_LEDGER"] = str(Path(tempfile.mkdtemp(prefix="guide-ledger-"), "unanswered.jsonl"))
os.environ["GUIDE_OUTBOX"] = str(Path(tempfile.mkdtemp(prefix="guide-outbox-"), "outbox.jsonl"))

from answers import Library  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def library() -> Library:
    """The library as it is served."""
    return Library.load(ROOT / "content")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the content folder to break."""
    return Path(shutil.copytree(ROOT / "content", tmp_path / "content"))


@pytest.fixture(scope="session")
def loop():
    """One event loop for everything that talks to Rasa."""
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


@pytest.fixture(scope="session")
def agent(loop, tmp_path_factory):
    """The trained agent with its actions in process and a store of its own."""
    from assistant.talk import open_agent

    return loop.run_until_complete(open_agent(store=str(tmp_path_factory.mktemp("store") / "conversations.db")))


@pytest.fixture
def talk(loop, agent, request):
    """Say something in this test's own conversation; returns texts, and the report of the turn."""
    from assistant.talk import say

    def speak(text, sender: str = ""):
        replies = loop.run_until_complete(say(agent, sender or request.node.nodeid, text, channel="rest"))
        return [r["text"] for r in replies if r.get("text")], replies[-1]["custom"]["turn"]

    return speak
