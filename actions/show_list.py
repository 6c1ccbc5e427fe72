"""Shows the list for the visit, and what others ask."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn
from actions.visit_list import suggestions


class ActionShowList(Action):
    """Sends the list, numbered, with questions that fit the last topic."""

    def name(self) -> str:
        return "action_show_list"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker)
        listed = turn.slot("visit_list") or []
        if listed:
            turn.say("list-shown", questions=listed)
            turn.choose_from(["take-list"])
        else:
            turn.say("list-empty")
        hints = suggestions(turn)
        if hints:
            turn.say("list-hints", questions=hints)
        return turn.end("control")
