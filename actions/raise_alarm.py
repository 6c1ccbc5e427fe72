"""Says the emergency, crisis or urgent notice, with the clinic's numbers, before anything else."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn


class ActionRaiseAlarm(Action):
    """Raises the alarm; where it is no emergency now, the answer follows."""

    def name(self) -> str:
        return "action_raise_alarm"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        turn = Turn(dispatcher, tracker, opens=False)
        level = turn.intent.removeprefix("report_")
        sign = turn.library.signs.get(turn.reading.get("sign") or "")
        said = sign.say if sign else "something that needs help soon"
        turn.say(level, sign=said, first_aid=sign.do if sign else "")
        if level == "urgent":
            self._answer_too(turn)
        else:
            self._stay(turn, level)
        return turn.end(level)

    def _answer_too(self, turn: Turn) -> None:
        """Where it is no emergency now, the answers follow the notice: a false alarm must not cost them."""
        for address in turn.several or (turn.meant[:1] if turn.reading.get("topic") else []):
            turn.answer(address)
        turn.offer(turn.meant, most=2)

    def _stay(self, turn: Turn, level: str) -> None:
        """Keep the alarm open until the person says they have help, or that it was none."""
        is_crisis = level == "crisis"
        turn.choose_from(["safe", "not-safe"] if is_crisis else ["help-is-coming", "no-emergency"])
        earlier = turn.slot("alarm") or {}
        asked = turn.meant[0] if turn.reading.get("topic") and turn.meant else earlier.get("waiting")
        before = earlier.get("before") if earlier else turn.asked
        turn.set("alarm", {"level": level, "sign": turn.reading.get("sign") or "", "waiting": asked, "before": before})
