"""Gives the list for the visit to take away."""

from __future__ import annotations

import datetime
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn


class ActionTakeList(Action):
    """Sends the list as text, with space for notes."""

    def name(self) -> str:
        return "action_take_list"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker)
        listed = turn.slot("visit_list") or []
        if listed:
            turn.say("list-text", questions=listed, date=datetime.date.today().isoformat())
        else:
            turn.say("list-empty")
        return turn.end("control")
