"""Asks a person to say in their own words what they took from an answer."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.teaching import lesson_of
from actions.turn import Turn


class ActionStartTeachBack(Action):
    """Remembers the key points of the last answer and asks for them back."""

    def name(self) -> str:
        return "action_start_teach_back"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker)
        waiting = turn.slot("teach_back")
        if not waiting:
            if not turn.last:
                turn.say("teach-back-nothing")
                return turn.end("control")
            waiting = lesson_of(turn.library, turn.last[0], turn.slot("amount"))
        if not waiting["points"]:
            turn.say("teach-back-nothing")
            return turn.end("control")
        turn.set("teach_back", waiting)
        turn.ask("teach_back")
        turn.say("teach-back-ask", title=waiting["title"])
        return turn.end("control")
