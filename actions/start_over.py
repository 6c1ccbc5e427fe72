"""Starts the conversation afresh."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn


class ActionStartOver(Action):
    """Forgets the topic and what was answered; keeps the record of the conversation."""

    def name(self) -> str:
        return "action_start_over"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker)
        turn.say("restarted")
        for slot in ("topic", "addresses", "script", "teach_back", "waiting"):
            turn.set(slot, None)
        if not turn.is_alarm_open:
            turn.ask(None)
        return turn.end("control")
