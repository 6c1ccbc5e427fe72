"""Passes on a request to be called back."""

from __future__ import annotations

import logging
import re
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import settings
from actions.answer import ActionAnswer
from actions.teaching import is_question
from actions.turn import Turn

logger = logging.getLogger(__name__)
# The shortest phone numbers that a person writes down have so many digits.
_DIGITS = 5
_ASKS_FOR_IT = re.compile(r"\b(?:call|ring|phone)", re.IGNORECASE)


class ActionRequestCallBack(Action):
    """Asks for a name and a number, and writes those words to the outbox of the clinic."""

    def name(self) -> str:
        return "action_request_call_back"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker)
        is_wanted = turn.asked == "call_back" or _ASKS_FOR_IT.search(turn.text)
        if is_wanted and sum(character.isdigit() for character in turn.text) >= _DIGITS:
            return self._pass_on(turn, tracker.sender_id)
        if turn.asked == "call_back" and is_question(turn.text):
            return ActionAnswer().reply(turn)
        turn.say("call-back-number" if turn.asked == "call_back" else "call-back-ask")
        turn.ask("call_back")
        return turn.end("control")

    def _pass_on(self, turn: Turn, conversation: str) -> list:
        turn.ask(None)
        try:
            settings.outbox().request(turn.text, conversation)
        except OSError as error:
            logger.error("the outbox could not be written: %s", type(error).__name__)
            turn.say("call-back-failed")
        else:
            turn.say("call-back-noted")
        return turn.end("control")
