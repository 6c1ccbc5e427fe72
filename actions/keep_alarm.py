"""Stays with somebody who has no help yet, or is not safe."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn


class ActionKeepAlarm(Action):
    """Says again whom to call, and what to do until then."""

    def name(self) -> str:
        return "action_keep_alarm"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker, opens=False)
        is_crisis = turn.asked == "crisis"
        turn.say("crisis-kept" if is_crisis else "alarm-kept")
        turn.choose_from(["safe"] if is_crisis else ["help-is-coming", "no-emergency"])
        return turn.end("crisis" if is_crisis else "emergency")
