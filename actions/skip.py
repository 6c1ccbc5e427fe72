"""Passes over what the guide asked."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn


class ActionSkip(Action):
    """Waits for nothing any more."""

    def name(self) -> str:
        return "action_skip"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker)
        turn.ask(None)
        if turn.asked == "teach_back":
            turn.set("teach_back", None)
        turn.say("skipped")
        return turn.end("control")
