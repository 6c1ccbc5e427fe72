"""Names the sources of the last answer."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn


class ActionNameSources(Action):
    """Lists every source behind what was answered last, with its date."""

    def name(self) -> str:
        return "action_name_sources"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        return self.reply(Turn(dispatcher, tracker))

    def reply(self, turn: Turn) -> list:
        """Name them in a turn that is open already."""
        if turn.last:
            section = turn.library.section(turn.last[0])
            listed = [
                f"{s.title} ({s.organisation}{', ' + s.date if s.date else ''})"
                for s in turn.library.sources_of(section)
            ]
            turn.say("sources", title=turn.title(section.address), sources=listed)
        else:
            turn.say("nothing-yet")
        return turn.end("control")
