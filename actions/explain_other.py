"""Tells of the other one of two things that were talked of."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn


class ActionExplainOther(Action):
    """Sends the same side of the topic before the last."""

    def name(self) -> str:
        return "action_explain_other"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker)
        topics = dict.fromkeys(address.partition("#")[0] for address in turn.last)
        other = list(topics)[1:2]
        if not other:
            turn.say("other-none")
            return turn.end("control")
        address = turn.answerable(f"{other[0]}#{turn.last[0].partition('#')[2]}")
        turn.answer(address or f"{other[0]}#overview")
        return turn.end("answer")
