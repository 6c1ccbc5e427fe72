"""Sends the section a person asked for, or offers what there is."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn
from answers.training import aspect_of

# The sides of a topic that people ask for next.
_OFTEN = ("side-effects", "self-care", "when-to-call", "questions-to-ask", "overview")
# From here on the runner-up is hardly ever what a person meant instead; below the second, the third may be.
_SURE, _DOUBTFUL = 0.93, 0.6


class ActionAnswer(Action):
    """Answers from the store: by button, by topic and aspect, or by the topic talked of last."""

    def name(self) -> str:
        return "action_answer"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list:
        return self.reply(Turn(dispatcher, tracker))

    def reply(self, turn: Turn) -> list:
        """Answer in a turn that is open already, for an action that finds it is a question after all."""
        turn.correct_premise()
        several = turn.several
        if several:
            return self._answer_each(turn, several)
        address = self._address(turn)
        if address is None:
            turn.offer(turn.meant, most=3, notice="unsure")
            return turn.end("answer", missed=True)
        if turn.is_withheld(address):
            turn.say("being-updated")
            turn.offer(self._next(turn, address), most=3)
            return turn.end("answer")
        found = turn.answerable(address)
        if found is None:
            turn.say("no-answer")
            return turn.end("out-of-scope", missed=True)
        if found != address:
            self._say_missing(turn, address)
        if turn.answer(found):
            turn.offer(self._next(turn, found), most=4)
            turn.ask_who()
        return turn.end("answer")

    def _answer_each(self, turn: Turn, addresses: list[str]) -> list:
        """Answer several questions of one message in turn."""
        for address in addresses:
            turn.answer(address)
        turn.offer(self._next(turn, addresses[-1]), most=3)
        return turn.end("answer")

    def _address(self, turn: Turn) -> str | None:
        """Return the address asked for: a button's, the message's, or the aspect of the last topic."""
        if turn.intent == "choose":
            return turn.entity("address")
        if turn.reading.get("topic"):
            return (turn.reading.get("addresses") or [None])[0]
        if turn.slot("topic"):
            return f"{turn.slot('topic')}#{aspect_of(turn.intent)}"
        # It sounds like a follow-up, but nothing was talked of: its own best topic will do, if it is likely.
        if turn.reading.get("alone"):
            return next(iter(turn.meant), None)
        return None

    def _say_missing(self, turn: Turn, address: str) -> None:
        topic, _, aspect = address.partition("#")
        heading = turn.library.aspects.get(aspect, aspect)
        turn.say("no-section", topic=turn.library.topic(topic).title, aspect=heading)

    def _next(self, turn: Turn, given: str) -> list[str]:
        """Return what a person may want next: what else they may have meant, then other sides of this."""
        topic = turn.library.topics.get(given.partition("#")[0])
        if topic is None:
            return []
        confidence = float(turn.reading.get("confidence") or 0.0)
        most = 0 if confidence >= _SURE else 2 if confidence >= _DOUBTFUL else 3
        # A follow-up names no topic: what else it may be about by itself is beside the point.
        others = [address for address in turn.meant if address != given][:most] if turn.reading.get("topic") else []
        sides = [f"{topic.id}#{aspect}" for aspect in _OFTEN if aspect in topic.sections]
        return [a for a in (*others, *sides) if a != given and turn.answerable(a) == a]
