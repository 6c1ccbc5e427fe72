"""Says what a step of a script, or the last answer, rests on."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.name_sources import ActionNameSources
from actions.teaching import running_script
from actions.turn import Turn


class ActionNameBasis(Action):
    """Lists the facts with their sources."""

    def name(self) -> str:
        return "action_name_basis"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker)
        running, script = running_script(turn)
        if script is None:
            return ActionNameSources().reply(turn)
        library = turn.library
        facts = [library.facts[fact] for fact in script.steps[int(running["step"])].facts if fact in library.facts]
        shown = [{"claim": fact.claim, "source": library.sources[fact.sources[0]].title} for fact in facts]
        turn.say("script-basis", facts=shown)
        return turn.end("control")
