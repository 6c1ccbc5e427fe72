"""Goes on with a script where it was left."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.teaching import running_script, tell_step
from actions.turn import Turn


class ActionResumeScript(Action):
    """Says the step again that was being told."""

    def name(self) -> str:
        return "action_resume_script"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker)
        running, script = running_script(turn)
        if script is None:
            turn.say("script-none")
            return turn.end("control")
        turn.set("script", {**running, "paused": False})
        tell_step(turn, script, int(running["step"]))
        return turn.end("control")
