"""Keeps how an answer was, without who said it."""

from __future__ import annotations

import logging
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import settings
from actions.turn import Turn
from answers.words import plain

logger = logging.getLogger(__name__)


class ActionNoteFeedback(Action):
    """Notes clear, not clear or wrong for the answers given last."""

    def name(self) -> str:
        return "action_note_feedback"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker)
        kind = turn.intent.removeprefix("say_")
        if not turn.last:
            turn.say("nothing-yet" if kind == "wrong" else "thanks")
            return turn.end("control")
        section = turn.library.section(turn.last[0])
        try:
            settings.feedback().append({"address": turn.last[0], "hash": turn.library.hash(section), "kind": kind})
        except OSError as error:
            logger.error("the feedback could not be written: %s", type(error).__name__)
        turn.say("feedback", kind=kind)
        if kind == "unclear":
            turn.say("simpler", text=plain(turn.library.fill(section.brief)))
        return turn.end("control")
