"""Actions inside the process: asked as a server would be, and checked as strictly."""

from __future__ import annotations

import pytest
from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction

from assistant.in_process import InProcessActions, compile_response_schema


def test_an_action_answers_as_from_a_server(loop):
    call = {"next_action": "action_redirect", "sender_id": "x", "tracker": {"sender_id": "x", "slots": {},
            "latest_message": {}, "events": [], "paused": False, "latest_input_channel": "rest",
            "active_loop": {}, "latest_action_name": None, "followup_action": None}, "domain": {}}  # fmt: skip

    result = loop.run_until_complete(InProcessActions().request(json=call))

    assert result["responses"][-1]["custom"]["turn"]["outcome"] == "out-of-scope"


def test_a_wrong_result_is_still_refused():
    compile_response_schema()

    with pytest.raises(ValidationError):
        RemoteAction("action_x", None)._validate_action_result({"events": "none"})
