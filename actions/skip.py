"""Passes over what the guide asked."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.teaching import end_lesson, offer_script
from actions.turn import Turn


class ActionSkip(Action):
    """Waits for nothing any more."""

    def name(self) -> str:
        return "action_skip"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker)
        turn.ask(None)
        is_lesson = turn.asked == "teach_back"
        if is_lesson:
            end_lesson(turn)
        turn.say("skipped")
        if is_lesson:
            offer_script(turn)
        return turn.end("control")
