"""What dialogue tests share."""

from __future__ import annotations

import pytest


@pytest.fixture
def speak_whole(loop, agent, request):
    """Say something in this test's own conversation; returns the replies as the channel sends them."""
    from assistant.talk import say

    def speak(text):
        return loop.run_until_complete(say(agent, request.node.nodeid, text, channel="rest"))

    return speak


@pytest.fixture
def tracker(loop, agent, request):
    """Return this test's conversation as it stands."""
    return lambda: loop.run_until_complete(agent.tracker_store.retrieve(request.node.nodeid))


@pytest.fixture(autouse=True)
def files(tmp_path, monkeypatch):
    """Keep what these conversations leave behind in a folder of their own."""
    from actions import settings

    kept = {name: tmp_path / f"{name}.jsonl" for name in ("outbox", "feedback", "scripts_told", "ledger")}
    for name, path in kept.items():
        kind = type(getattr(settings, name)())
        monkeypatch.setattr(settings, name, lambda kind=kind, path=path: kind(path))
    return kept
