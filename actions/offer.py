"""Offers up to three choices when unsure; at the second miss in a row, the nurse line."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn


class ActionOffer(Action):
    """Offers what the message may have meant, or a person."""

    def name(self) -> str:
        return "action_offer"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker)
        told = turn.correct_premise()
        if told:
            turn.offer([told, *turn.meant], most=3)
            return turn.end("answer")
        if turn.slot("misses") or not turn.meant:
            turn.say("no-answer")
        turn.offer(turn.meant, most=3, notice="unsure")
        return turn.end("out-of-scope" if not turn.meant else "answer", missed=True)
