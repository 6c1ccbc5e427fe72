"""Tells a person which points they said back, and says the missing ones another way."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answer import ActionAnswer
from actions.teaching import MOST_ROUNDS, Lesson, end_lesson, is_question, offer_script, retell
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
        # "Do not stop the pills on my own" begins like a question and is an answer.
        if is_question(turn.text) and not any(turn.reading.get("said_back") or ()):
            return self._answer_meanwhile(turn)
        return self._check(turn, lesson)

    def _check(self, turn: Turn, lesson: Lesson) -> list:
        """Say what was right, and what is missing another way; after the last round leave it."""
        heard = turn.reading.get("said_back") or [False] * len(lesson["points"])
        said = [bool(now or before) for now, before in zip(heard, lesson["said"], strict=True)]
        right = [point["point"] for point, is_said in zip(lesson["points"], said, strict=True) if is_said]
        missing = [point for point, is_said in zip(lesson["points"], said, strict=True) if not is_said]
        if right:
            turn.say("teach-back-right", points=right)
        if missing:
            retell(turn, lesson, missing)
        rounds = int(lesson["rounds"]) + 1
        if missing and rounds < MOST_ROUNDS:
            turn.set("teach_back", {**lesson, "said": said, "rounds": rounds})
            turn.say("teach-back-again")
            turn.choose_from(["skip"])
            return turn.end("control")
        turn.say("teach-back-ends" if missing else "teach-back-done")
        end_lesson(turn)
        offer_script(turn)
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
