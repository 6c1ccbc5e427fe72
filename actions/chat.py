"""Answers greetings, thanks and questions about the guide itself."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn

_NOTICES = {
    "say_hello": "hello",
    "say_thanks": "thanks",
    "say_goodbye": "goodbye",
    "ask_who_are_you": "who-are-you",
    "ask_if_robot": "robot",
    "say_yes": "yes",
    "say_no": "no",
}


class ActionChat(Action):
    """Says the notice that belongs to a piece of small talk."""

    def name(self) -> str:
        return "action_chat"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker)
        turn.say(_NOTICES.get(turn.intent, "chitchat"))
        return turn.end("small-talk")
