"""Shows the figures behind the last answer, as clinicians read them."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn


class ActionShowFigures(Action):
    """Sends the last answer with its part for clinicians."""

    def name(self) -> str:
        return "action_show_figures"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker)
        turn.answer_again(part="clinician")
        return turn.end("control")
