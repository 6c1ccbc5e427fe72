"""Puts a question on the list for the visit."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn
from actions.visit_list import LONGEST, MOST, own_question


class ActionAddToList(Action):
    """Adds the person's own words, or the question answered last."""

    def name(self) -> str:
        return "action_add_to_list"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker)
        listed = list(turn.slot("visit_list") or ())
        is_own = turn.asked == "list" and bool(turn.text)
        question = turn.text if is_own else own_question(turn.text)
        question = " ".join(question.split())
        # "Add to my list" alone, and the button under an answer, mean what was answered last.
        if not question and (turn.asked != "list" or not turn.text) and turn.last:
            question = turn.title(turn.last[0])
        if not question:
            turn.say("list-what")
            turn.ask("list")
            return turn.end("control")
        turn.ask(None)
        if len(listed) >= MOST:
            turn.say("list-full")
            return turn.end("control")
        if question not in listed:
            listed.append(question[:LONGEST])
        turn.set("visit_list", listed)
        turn.say("list-added", question=question[:LONGEST], count=len(listed))
        turn.choose_from(["show-list"])
        return turn.end("control")
