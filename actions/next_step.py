"""Goes on to the next step of a script; without one, tells more."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.teaching import end_lesson, leave_record, offer_script, running_script, summary, tell_step
from actions.turn import Turn
from answers.script import Script


class ActionNextStep(Action):
    """Keeps which steps were told and which left out; after the last comes a summary to take away."""

    def name(self) -> str:
        return "action_next_step"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker)
        running, script = running_script(turn)
        if script is None:
            turn.set("script", None)
        if turn.asked == "teach_back" and (script is None or self._leaves_section(turn)):
            end_lesson(turn)
            turn.say("skipped")
            offer_script(turn)
            return turn.end("control")
        if script is None:
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
        else:
            self._close(turn, script, running)
        return turn.end("control")

    def _close(self, turn: Turn, script: Script, running: dict[str, Any]) -> None:
        turn.say("script-closes", script=script)
        turn.say("script-summary", **summary(script, running))
        leave_record(script, running)
        turn.set("script", None)
        turn.ask(None)

    def _leaves_section(self, turn: Turn) -> bool:
        """Whether "skip" means a lesson from a section, asked for beside a script, and not the script's step."""
        lesson = turn.slot("teach_back") or {}
        return turn.intent == "skip_step" and not lesson.get("of_step")
