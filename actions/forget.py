"""Deletes the conversation when a person asks for it."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn


class ActionForget(Action):
    """Sets the slot on which the tracker store deletes everything of this conversation."""

    def name(self) -> str:
        return "action_forget"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker, opens=False)
        turn.say("forgotten")
        return [*turn.end("control"), SlotSet("forget", True)]
