"""Pauses a script; it can be resumed at the same step."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.teaching import running_script
from actions.turn import Turn


class ActionPauseScript(Action):
    """Keeps the step and waits for nothing meanwhile."""

    def name(self) -> str:
        return "action_pause_script"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker)
        running, script = running_script(turn)
        if script is None:
            turn.say("script-none")
            return turn.end("control")
        turn.set("script", {**running, "paused": True})
        turn.set("teach_back", None)
        turn.ask("script")
        turn.say("script-paused", title=script.title, number=int(running["step"]) + 1)
        turn.choose_from(["resume"])
        return turn.end("control")
