"""Changes the order of the list for the visit."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn
from actions.visit_list import carried, moved_to, reordered


class ActionMoveInList(Action):
    """Moves one question to a place, to the top or the end, or swaps two."""

    def name(self) -> str:
        return "action_move_in_list"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker)
        listed = list(turn.slot("visit_list") or ())
        if not listed:
            turn.say("list-empty")
            return turn.end("control")
        place, to = (carried(turn, name, len(listed)) for name in ("place", "to"))
        moved = moved_to(listed, place[0], to[0]) if place and to else reordered(listed, turn.text)
        if moved is None:
            turn.say("list-shown", questions=listed)
            turn.say("list-which", count=len(listed))
            return turn.end("control")
        turn.set("visit_list", moved)
        turn.say("list-changed")
        turn.say("list-shown", questions=moved)
        return turn.end("control")
