"""Answers "why?" after an answer."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn

_REASONS = ("how-it-works", "cause")


class ActionExplainWhy(Action):
    """Sends how the thing works or what causes it, or else more of the answer."""

    def name(self) -> str:
        return "action_explain_why"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker)
        if not turn.last:
            turn.say("nothing-yet")
            return turn.end("control")
        topic, _, aspect = turn.last[0].partition("#")
        reasons = [f"{topic}#{side}" for side in _REASONS if side != aspect]
        found = next((a for a in reasons if turn.answerable(a) == a), None)
        if found:
            turn.answer(found)
        else:
            turn.answer(turn.last[0], part="more")
        return turn.end("answer")
