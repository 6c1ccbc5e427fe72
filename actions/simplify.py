"""Says the last answer in its shortest form."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn
from answers.words import plain


class ActionSimplify(Action):
    """Sends the brief of what was answered last, and a person to ask."""

    def name(self) -> str:
        return "action_simplify"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker)
        if turn.last:
            turn.say("simpler", text=plain(turn.library.fill(turn.library.section(turn.last[0]).brief)))
        else:
            turn.say("nothing-yet")
        return turn.end("control")
