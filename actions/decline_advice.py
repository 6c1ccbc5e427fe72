"""Declines a decision that only the care team can make, and gives the related facts."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn

# From here on the facts about the likeliest topic are told at once, not only offered.
_LIKELY = 0.6


class ActionDeclineAdvice(Action):
    """Says who can decide, then offers the facts that bear on it."""

    def name(self) -> str:
        return "action_decline_advice"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker)
        turn.correct_premise()
        turn.say("personal-advice", related=bool(turn.meant))
        if turn.meant and float(turn.reading.get("alone") or 0.0) >= _LIKELY:
            turn.answer(turn.meant[0])
        turn.offer(turn.meant, most=3)
        return turn.end("personal-advice")
