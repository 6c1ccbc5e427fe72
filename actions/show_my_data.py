"""Shows a person what is kept of them."""

from __future__ import annotations

import logging
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import settings
from actions.turn import Turn

logger = logging.getLogger(__name__)


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
            call_backs=_call_backs(tracker.sender_id),
        )
        turn.choose_from(["forget-me"])
        return turn.end("control")

    def _named(self, turn: Turn, slot: str) -> str:
        """Return what a slot holds, in words for the person."""
        labels, value = turn.library.labels, turn.slot(slot) or ""
        return str(labels["chosen"].get(value) or labels["relations"].get(value) or "")


def _call_backs(conversation: str) -> int | None:
    """Return how many requests of a person stand in the outbox, or None if it cannot be read."""
    try:
        return settings.outbox().count(conversation)
    except OSError as error:
        logger.error("the outbox could not be read: %s", type(error).__name__)
        return None
