"""Goes on to the next step of a script; without one, tells more."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.teaching import leave_record, running_script, summary, tell_step
from actions.turn import Turn


class ActionNextStep(Action):
    """Keeps which steps were told and which left out; after the last comes a summary to take away."""

    def name(self) -> str:
        return "action_next_step"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker)
        running, script = running_script(turn)
        if script is None:
            turn.set("script", None)
            if turn.asked == "teach_back":
                turn.set("teach_back", None)
                turn.ask(None)
                turn.say("skipped")
            else:
                turn.answer_again(part="more")
            return turn.end("control")
        if running["paused"]:
            turn.set("script", {**running, "paused": False})
            tell_step(turn, script, int(running["step"]))
            return turn.end("control")
        done = "skipped" if turn.intent == "skip_step" else "told"
        number = int(running["step"])
        running = {**running, done: [*running[done], number], "step": number + 1, "paused": False}
        turn.set("teach_back", None)
        if number + 1 < len(script.steps):
            turn.set("script", running)
            tell_step(turn, script, number + 1)
            return turn.end("control")
        turn.say("script-closes", script=script)
        turn.say("script-summary", **summary(script, running))
        leave_record(script, running)
        turn.set("script", None)
        turn.ask(None)
        return turn.end("control")
