"""Says what the guide can do and how to ask it."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn


class ActionExplainUse(Action):
    """Says what can be asked, and which words steer the conversation."""

    def name(self) -> str:
        return "action_explain_use"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker)
        turn.say("what-i-can-do")
        return turn.end("control")
