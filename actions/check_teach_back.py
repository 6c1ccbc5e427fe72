"""Tells a person which points they said back, and says the missing ones another way."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answer import ActionAnswer
from actions.teaching import MOST_ROUNDS, is_question
from actions.turn import Turn


class ActionCheckTeachBack(Action):
    """Never grades; at most twice; a question is answered and the lesson waits."""

    def name(self) -> str:
        return "action_check_teach_back"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        lesson = tracker.get_slot("teach_back")
        if not lesson:
            return ActionAnswer().run(dispatcher, tracker, domain)
        turn = Turn(dispatcher, tracker)
        if is_question(turn.text):
            return self._answer_meanwhile(turn)
        said = [bool(value) for value in turn.reading.get("said_back") or [False] * len(lesson["points"])]
        said = [now or before for now, before in zip(said, lesson["said"], strict=True)]
        right = [p["point"] for p, is_said in zip(lesson["points"], said, strict=True) if is_said]
        missing = [p["point"] for p, is_said in zip(lesson["points"], said, strict=True) if not is_said]
        if right:
            turn.say("teach-back-right", points=right)
        if missing:
            turn.say("teach-back-missing", points=missing)
        rounds = int(lesson["rounds"]) + 1
        is_over = not missing or rounds >= MOST_ROUNDS
        turn.set("teach_back", None if is_over else {**lesson, "said": said, "rounds": rounds})
        if not is_over:
            turn.say("teach-back-again")
            turn.choose_from(["skip"])
            return turn.end("control")
        turn.say("teach-back-done" if not missing else "teach-back-ends")
        running = turn.slot("script")
        turn.ask("script" if running else None)
        if running:
            turn.choose_from(["next", "pause"])
        return turn.end("control")

    def _answer_meanwhile(self, turn: Turn) -> list:
        """Answer a question that comes instead of the words asked for; the lesson waits."""
        if turn.intent == "ask_personal_advice":
            turn.say("personal-advice", related=bool(turn.meant))
        elif turn.intent == "out_of_scope" or not turn.meant:
            turn.say("out-of-scope")
        else:
            turn.answer(turn.meant[0])
        turn.say("teach-back-waits", ask=turn.slot("teach_back")["title"])
        return turn.end("answer" if turn.meant else "out-of-scope")
