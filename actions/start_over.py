"""Starts the conversation afresh."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn


class ActionStartOver(Action):
    """Forgets the topic and what was answered; keeps the record of the conversation."""

    def name(self) -> str:
        return "action_start_over"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker)
        turn.say("restarted")
        return [*turn.end("control"), SlotSet("topic", None), SlotSet("addresses", None)]
