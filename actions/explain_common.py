"""Answers "is that common?" after an answer."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn


class ActionExplainCommon(Action):
    """Sends all there is on it, with the shares of people it meets."""

    def name(self) -> str:
        return "action_explain_common"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker)
        turn.answer_again(part="clinician" if turn.slot("amount") == "numbers" else "more")
        return turn.end("answer" if turn.last else "control")
