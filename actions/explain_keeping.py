"""Says what is kept of a conversation, and who sees it."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn


class ActionExplainKeeping(Action):
    """Tells it in plain words, with the way to see and to delete it."""

    def name(self) -> str:
        return "action_explain_keeping"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker)
        turn.say("what-i-keep")
        turn.choose_from(["forget-me"])
        return turn.end("control")
