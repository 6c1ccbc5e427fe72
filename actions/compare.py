"""Puts the facts on two topics side by side, and recommends none."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn


class ActionCompare(Action):
    """Sends the same side of each, one after the other."""

    def name(self) -> str:
        return "action_compare"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker)
        pair = self._pair(turn)
        if len(pair) < 2:
            turn.say("compare-what")
            turn.offer(turn.meant, most=3, notice="unsure")
            return turn.end("answer")
        turn.say("compare")
        for address in pair:
            turn.answer(address)
        sides = [f"{address.partition('#')[0]}#side-effects" for address in pair]
        turn.offer([a for a in sides if turn.answerable(a) == a], most=2)
        return turn.end("answer")

    def _pair(self, turn: Turn) -> list[str]:
        """Return two addresses to compare: those named, else the last one talked of and the one named."""
        named = [topic for topic in turn.reading.get("named") or () if topic in turn.library.topics]
        last = [address.partition("#")[0] for address in turn.last]
        topics = list(dict.fromkeys([*named, *last]))[:2]
        meant = turn.reading.get("addresses") or turn.last
        aspect = meant[0].partition("#")[2] if meant else "overview"
        asked = [turn.answerable(f"{topic}#{aspect}") for topic in topics]
        return [address for address in asked if address]
