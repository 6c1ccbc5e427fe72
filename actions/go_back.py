"""Goes back to the answer before the last."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.teaching import running_script, tell_step
from actions.turn import Turn


class ActionGoBack(Action):
    """Says the earlier answer again and makes it the current one."""

    def name(self) -> str:
        return "action_go_back"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker)
        running, script = running_script(turn)
        if script and not running["paused"] and int(running["step"]) > 0:
            number = int(running["step"]) - 1
            kept = {name: [step for step in running[name] if step != number] for name in ("told", "skipped")}
            turn.set("script", {**running, **kept, "step": number})
            tell_step(turn, script, number)
        else:
            turn.answer_again(back=1)
        return turn.end("control")
