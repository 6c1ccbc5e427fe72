"""Answers fear, grief or anger that comes without a question."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn
from answers.feeling import PARTS


class ActionComfort(Action):
    """Names the feeling, respects and supports the person, and asks what is behind it; information comes later."""

    def name(self) -> str:
        return "action_comfort"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker)
        count = int(turn.slot("turns_of_distress") or 0)
        feeling = turn.library.feelings.get(turn.reading.get("feeling") or "")
        if feeling:
            reply = dict(zip(PARTS, feeling.replies[count % len(feeling.replies)], strict=True))
            turn.say("distress", variant=count, **reply)
        else:
            turn.say("distress-plain", variant=count)
        turn.offer(list(feeling.see if feeling else _SEE), most=3)
        return [*turn.end("distress"), SlotSet("turns_of_distress", count + 1)]


_SEE = ("living/emotions#self-care", "living/support#overview", "living/caregivers#overview")
