"""Shows a person what is kept of them."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn


class ActionShowMyData(Action):
    """Sends counts and what is remembered, in words."""

    def name(self) -> str:
        return "action_show_my_data"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker)
        turn.say(
            "my-data",
            messages=sum(event["event"] == "user" for event in tracker.events),
            answers=[turn.title(address) for address in turn.last],
            listed=turn.slot("visit_list") or [],
            amount=self._named(turn, "amount"),
            who=self._named(turn, "who"),
            about=self._named(turn, "about"),
            since=turn.slot("greeted_on"),
        )
        turn.choose_from(["forget-me"])
        return turn.end("control")

    def _named(self, turn: Turn, slot: str) -> str:
        """Return what a slot holds, in words for the person."""
        labels, value = turn.library.labels, turn.slot(slot) or ""
        return str(labels["chosen"].get(value) or labels["relations"].get(value) or "")
