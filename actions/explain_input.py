"""Says why a message could not be read: empty, no words, another script, far too long."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn

_KNOWN = ("empty", "not-words", "other-script", "too-long")


class ActionExplainInput(Action):
    """Says the notice the channel asked for."""

    def name(self) -> str:
        return "action_explain_input"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker)
        wanted = turn.entity("notice") or ""
        turn.say(wanted if wanted in _KNOWN else "empty")
        return turn.end("out-of-scope")
