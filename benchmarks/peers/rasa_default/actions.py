"""The peer's action server: answers from the exported store, offers what else it may be, reports the turn.

Runs in Rasa's own environment: Python 3.10, and of ours only modules that need nothing but the standard library.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from benchmarks.peers.labels import intent_name, label_named, topic_of
from benchmarks.peers.store import STORE_VARIABLE, Store


class ActionAnswer(Action):
    """Sends the section an intent stands for; of a follow-up, the section of the topic talked of last."""

    def __init__(self) -> None:
        self._store = Store.read(Path(os.environ[STORE_VARIABLE]))

    def name(self) -> str:
        return "action_answer"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        # Not get_intent_of_latest_message(): after a fallback it returns the runner-up.
        label = label_named(tracker.latest_message["intent"]["name"])
        if label in self._store.aspects:
            label = self._store.followed_up(label, tracker.get_slot("topic"))
        ranked = [label_named(one["name"]) for one in tracker.latest_message["intent_ranking"]]
        report = self._store.report(label, ranked, tracker.latest_message["intent"]["confidence"])
        buttons = [
            {"title": self._store.title(address), "payload": f"/{intent_name(address)}"}
            for address in report["offered"]
        ]
        dispatcher.utter_message(text=self._store.text(label), buttons=buttons)
        dispatcher.utter_message(json_message={"turn": report})
        return [SlotSet("topic", topic_of(address)) for address in report["answers"]]


class ActionSayNotice(ActionAnswer):
    """Says the notice of an outcome that is no answer, with choices after a fallback."""

    def name(self) -> str:
        return "action_say_notice"
