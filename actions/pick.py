"""Takes the choice whose number was written, where there are no buttons."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import ActionExecuted, UserUttered
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn


class ActionPick(Action):
    """Turns a number into the press of that button, by the buttons sent last."""

    def name(self) -> str:
        return "action_pick"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        number = ((tracker.latest_message or {}).get("reading") or {}).get("number")
        payloads = [button["payload"] for button in _last_buttons(tracker.events)]
        if not (number and 0 < int(number) <= len(payloads)):
            turn = Turn(dispatcher, tracker)
            turn.say("pick-none")
            return turn.end("control")
        payload = payloads[int(number) - 1]
        intent, _, values = payload.removeprefix("/").partition("{")
        carried = json.loads("{" + values) if values else {}
        entities = [{"entity": key, "value": value} for key, value in carried.items()]
        heard = {"intent": {"name": intent, "confidence": 1.0}, "entities": entities}
        channel = tracker.get_latest_input_channel()
        return [ActionExecuted("action_listen"), UserUttered(payload, parse_data=heard, input_channel=channel)]


def _last_buttons(events: Iterable[dict[str, Any]]) -> list[dict[str, str]]:
    """Return all buttons of the guide's last turn, in the order they were numbered in."""
    found: list[dict[str, str]] = []
    is_since_user = False
    for event in reversed(list(events)):
        if event["event"] == "user":
            if is_since_user:
                break
            is_since_user = True
        elif event["event"] == "bot" and is_since_user:
            found = [*((event.get("data") or {}).get("buttons") or []), *found]
    return found
