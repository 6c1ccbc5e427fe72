"""Actions inside the process: asked as a server would be."""

from __future__ import annotations

import pytest

from assistant.in_process import InProcessActions


def call(action):
    heard = [{"event": "user", "input_channel": "rest"}]
    tracker = {
        "sender_id": "x",
        "slots": {},
        "latest_message": {},
        "events": heard,
        "paused": False,
        "latest_input_channel": "rest",
        "active_loop": {},
        "latest_action_name": None,
        "followup_action": None,
    }
    return {"next_action": action, "sender_id": "x", "tracker": tracker, "domain": {}}


def test_an_action_answers_as_from_a_server(loop):
    result = loop.run_until_complete(InProcessActions().request(json=call("action_redirect")))

    assert result["responses"][-1]["custom"]["turn"]["outcome"] == "out-of-scope"


def test_a_failing_action_is_logged_by_its_kind_and_not_by_its_words(loop, caplog, monkeypatch):
    actions = InProcessActions()

    async def fail(_):
        raise KeyError("my secret words")

    monkeypatch.setattr(actions._executor, "run", fail)
    with pytest.raises(KeyError):
        loop.run_until_complete(actions.request(json=call("action_answer")))

    assert "action_answer failed: KeyError" in caplog.text and "secret" not in caplog.text
