"""Says which languages the guide speaks."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn


class ActionNameLanguage(Action):
    """Says that answers are in English for now, and how to find an interpreter."""

    def name(self) -> str:
        return "action_name_language"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker)
        turn.say("language")
        return turn.end("control")
