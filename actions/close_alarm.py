"""Closes an open alarm when the person says they have help, or that it was none."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn

_HELP = frozenset({"say_help_is_coming", "say_yes"})


class ActionCloseAlarm(Action):
    """Thanks, keeps the number at hand, and goes back to what was asked."""

    def name(self) -> str:
        return "action_close_alarm"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker, opens=False)
        alarm = turn.slot("alarm")
        if not alarm:
            turn.say("alarm-none")
            return turn.end("control")
        if alarm["level"] == "crisis":
            turn.say("crisis-closed")
        else:
            turn.say("alarm-closed", is_help=turn.intent in _HELP)
        turn.set("alarm", None)
        turn.ask(alarm.get("before"))
        waiting = turn.answerable(alarm.get("waiting") or "")
        if waiting:
            turn.say("going-back")
            turn.answer(waiting)
        return turn.end("control")
