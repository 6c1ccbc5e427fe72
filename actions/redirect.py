"""Says that a question is outside what the guide knows, and what it can do instead."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn


class ActionRedirect(Action):
    """Redirects a question that is not about stage IV kidney cancer."""

    def name(self) -> str:
        return "action_redirect"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker)
        told = turn.correct_premise()
        if told:
            turn.offer([told], most=1)
            return turn.end("answer")
        turn.say("out-of-scope")
        return turn.end("out-of-scope")
