"""Answers fear, grief or anger that comes without a question."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn


class ActionComfort(Action):
    """Acknowledges a feeling first, and offers a person to talk to."""

    def name(self) -> str:
        return "action_comfort"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker)
        count = int(turn.slot("turns_of_distress") or 0)
        turn.say("distress", variant=count)
        turn.offer(["living/emotions#self-care", "living/support#overview", "living/caregivers#overview"], most=3)
        return [*turn.end("distress"), SlotSet("turns_of_distress", count + 1)]
