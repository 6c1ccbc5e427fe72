"""The peer's action server: two actions, both of which answer from the exported store.

Runs in Rasa's own environment: Python 3.10, and of ours only modules that need nothing but the standard library.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from benchmarks.peers.rasa_default.answering import respond
from benchmarks.peers.store import STORE_VARIABLE, Store


class ActionAnswer(Action):
    """Sends the section an intent stands for."""

    def __init__(self) -> None:
        self._store = Store.read(Path(os.environ[STORE_VARIABLE]))

    def name(self) -> str:
        return "action_answer"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        return respond(self._store, dispatcher, tracker)


class ActionSayNotice(ActionAnswer):
    """Says the notice of an outcome that is no answer, with choices after a fallback."""

    def name(self) -> str:
        return "action_say_notice"
