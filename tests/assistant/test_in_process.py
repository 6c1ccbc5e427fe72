"""Actions inside the process: asked as a server would be."""

from __future__ import annotations

from assistant.in_process import InProcessActions


def test_an_action_answers_as_from_a_server(loop):
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
    call = {"next_action": "action_redirect", "sender_id": "x", "tracker": tracker, "domain": {}}

    result = loop.run_until_complete(InProcessActions().request(json=call))

    assert result["responses"][-1]["custom"]["turn"]["outcome"] == "out-of-scope"
