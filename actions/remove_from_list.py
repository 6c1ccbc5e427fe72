"""Takes a question off the list for the visit, or all of them."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn
from actions.visit_list import carried, places_in, wants_all


class ActionRemoveFromList(Action):
    """Removes by number, "first", "last" or "all"."""

    def name(self) -> str:
        return "action_remove_from_list"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker)
        listed = list(turn.slot("visit_list") or ())
        if not listed:
            turn.say("list-empty")
        elif wants_all(turn.text):
            turn.set("visit_list", [])
            turn.say("list-changed")
        else:
            places = carried(turn, "place", len(listed)) or places_in(turn.text, len(listed))
            if not places:
                turn.say("list-shown", questions=listed)
                turn.say("list-which", count=len(listed))
                return turn.end("control")
            left = [question for place, question in enumerate(listed, start=1) if place not in places]
            turn.set("visit_list", left)
            turn.say("list-changed")
            if left:
                turn.say("list-shown", questions=left)
        return turn.end("control")
