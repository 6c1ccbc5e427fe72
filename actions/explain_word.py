"""Explains a word: one the person names, or those of the last answer."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn
from answers.glossing import terms_in
from answers.words import plain

_MOST = 3


class ActionExplainWord(Action):
    """Sends what the glossary says."""

    def name(self) -> str:
        return "action_explain_word"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker)
        found = terms_in(turn.text, turn.library.terms)[:_MOST]
        if not found and turn.last:
            section = turn.library.section(turn.last[0])
            found = terms_in(plain(f"{section.brief} {section.more}"), turn.library.terms)[:_MOST]
        for term in found:
            turn.say("word", term=term.term, meaning=term.meaning)
        if not found:
            turn.say("word-unknown")
        return turn.end("control")
