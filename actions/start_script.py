"""Starts one of the teaching scripts, or shows which there are."""

from __future__ import annotations

import time
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.teaching import named_script, tell_step
from actions.turn import Turn


class ActionStartScript(Action):
    """Takes the script a nurse names, by its name, its number or a button."""

    def name(self) -> str:
        return "action_start_script"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker)
        scripts = list(turn.library.scripts.values())
        wanted = turn.entity("script") or named_script(turn.text, scripts)
        script = turn.library.scripts.get(wanted or "")
        if script is None:
            turn.say("scripts", scripts=scripts)
            turn.choose_script(scripts)
            return turn.end("control")
        turn.say("script-opens", script=script)
        running = {"id": script.id, "step": 0, "told": [], "skipped": [], "began": time.time(), "paused": False}
        turn.set("script", running)
        tell_step(turn, script, 0)
        return turn.end("control")
