"""Keeps who is asking, so that the wording can follow."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn

_WHO = {"say_i_am_patient": "patient", "say_i_am_relative": "relative", "say_i_am_nurse": "nurse"}


class ActionNoteWho(Action):
    """Notes patient, relative or nurse; facts never change with it."""

    def name(self) -> str:
        return "action_note_who"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker)
        who = _WHO.get(turn.intent, "patient")
        turn.set("who", who)
        if who == "patient":
            turn.set("about", "self")
        elif who == "relative" and turn.slot("about") in (None, "self"):
            turn.set("about", turn.reading.get("about") or "someone")
        elif who == "nurse":
            turn.set("about", None)
        turn.say("who-noted", who=who)
        return turn.end("control")
