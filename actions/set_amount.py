"""Keeps how much of the outlook a person wants to know, and goes on with what waited for it."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn
from answers.outlook import NOTHING, NUMBERS, WORDS, holds_back

_AMOUNTS = {
    "want_nothing_of_it": NOTHING,
    "say_no": NOTHING,
    "want_numbers": NUMBERS,
    "ask_for_clinician_detail": NUMBERS,
}


class ActionSetAmount(Action):
    """Sets the amount; a person can change it at any time."""

    def name(self) -> str:
        return "action_set_amount"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker)
        amount = _AMOUNTS.get(turn.intent, WORDS)
        turn.set("amount", amount)
        turn.say("amount-set", amount=amount)
        turn.ask(None)
        waiting = turn.slot("waiting") if turn.asked == "amount" else None
        turn.set("waiting", None)
        if amount != NOTHING:
            self._go_on(turn, waiting)
        return turn.end("answer" if turn.has_answered else "control")

    def _go_on(self, turn: Turn, waiting: dict[str, str] | None) -> None:
        """Tell what waited, or what a question about the outlook asked for, or what the last answer held back."""
        asked = self._asked_for(turn)
        library = turn.library
        last = next((a for a in turn.last if holds_back(library, library.section(a), "clinician", None)), None)
        if waiting and turn.answerable(waiting["address"]):
            turn.answer(waiting["address"], part="more" if waiting["part"] == "brief" else waiting["part"])
        elif asked or last:
            turn.answer(asked or last or "", part="brief" if asked else "more")

    def _asked_for(self, turn: Turn) -> str | None:
        """Return the address of a question about the outlook that says with it how much is wanted."""
        return next((a for a in turn.meant[:1] if turn.library.topic(a.partition("#")[0]).consent), None)
