"""A tracker in, messages out: what an action test needs."""

from __future__ import annotations

import datetime

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher


@pytest.fixture
def run():
    """Run an action on a message; returns the texts, the report, the buttons and the slots it set."""

    def _run(action, intent="", *, slots=None, entities=(), addresses=(), sign="", several=(), text="",
             reading=None):  # fmt: skip
        latest = {
            "intent": {"name": intent, "confidence": 1.0},
            "entities": [{"entity": name, "value": value} for name, value in entities],
            "text": text,
            "reading": {
                "addresses": list(addresses),
                "confidence": 0.5,
                "sign": sign,
                "several": list(several),
                **(reading or {}),
            },
        }
        events = [{"event": "user", "input_channel": "rest"}]
        greeted = {"greeted_on": datetime.date.today().isoformat(), **(slots or {})}
        tracker = Tracker("someone", greeted, latest, events, False, None, {}, None)
        dispatcher = CollectingDispatcher()
        set_events = action.run(dispatcher, tracker, {})
        texts = [message["text"] for message in dispatcher.messages if message.get("text")]
        buttons = [button for message in dispatcher.messages for button in message.get("buttons") or ()]
        return (
            texts,
            dispatcher.messages[-1]["custom"]["turn"],
            buttons,
            {e["name"]: e["value"] for e in set_events},
        )

    return _run
