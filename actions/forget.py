"""Deletes the conversation when a person asks for it, and their requests for a call back."""

from __future__ import annotations

import logging
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import settings
from actions.turn import Turn
from answers.outbox import Forgotten

logger = logging.getLogger(__name__)


class ActionForget(Action):
    """Sets the slot on which the tracker store deletes everything of this conversation."""

    def name(self) -> str:
        return "action_forget"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker, opens=False)
        call_backs = _take_back(tracker.sender_id)
        turn.say(
            "forgotten",
            taken_back=call_backs is not None and call_backs.taken_back,
            passed_on=call_backs is not None and call_backs.passed_on,
            is_stuck=call_backs is None,
        )
        return [*turn.end("control"), SlotSet("forget", True)]


def _take_back(conversation: str) -> Forgotten | None:
    """Delete what waits in the outbox; return None if that failed, for nobody may be told that it is gone then."""
    try:
        return settings.outbox().forget(conversation)
    except OSError as error:
        logger.error("the outbox could not be changed: %s", type(error).__name__)
        return None
