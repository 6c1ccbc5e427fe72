"""One turn as an action sees it: what the person meant, what is sent, and the report at its end."""

from __future__ import annotations

import json
import logging
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import settings
from answers import Library, NoAnswer, Withheld, render
from answers.topic import Section

logger = logging.getLogger(__name__)

REPORTING = frozenset({"rest", "web"})
"""The channels whose replies end with a report of the turn."""
LAYOUT = "chat.txt"
MOST_OFFERED = 5
REMEMBERED = 10


class Turn:
    """What one action says in one turn, and the report of it."""

    def __init__(self, dispatcher: CollectingDispatcher, tracker: Tracker, library: Library | None = None) -> None:
        self.library = library or settings.library()
        self._dispatcher, self._tracker = dispatcher, tracker
        # Not get_intent_of_latest_message(): after a fallback it returns the runner-up.
        self.intent: str = ((tracker.latest_message or {}).get("intent") or {}).get("name") or ""
        self.reading: dict[str, Any] = (tracker.latest_message or {}).get("reading") or {}
        self.offered: list[str] = []
        self._given: list[str] = []
        self._said: list[dict[str, Any]] = []

    def slot(self, name: str) -> Any:
        """Return what a slot holds."""
        return self._tracker.get_slot(name)

    def entity(self, name: str) -> str | None:
        """Return the value a button or a channel sent along, or None."""
        return next(self._tracker.get_latest_entity_values(name), None)

    @property
    def meant(self) -> list[str]:
        """The addresses the message may mean that can be answered, best first."""
        known = (self.answerable(address) for address in self.reading.get("addresses") or ())
        return list(dict.fromkeys(address for address in known if address))

    @property
    def several(self) -> list[str]:
        """The addresses of a message that asks several things, in order; empty unless each can be answered."""
        asked = self.reading.get("several") or ()
        known = dict.fromkeys(address for address in map(self.answerable, asked) if address)
        return list(known) if len(known) == len(asked) > 1 else []

    @property
    def last(self) -> list[str]:
        """The addresses answered in this conversation, newest first, as far as they still stand."""
        return [address for address in self.slot("addresses") or () if self.answerable(address) == address]

    def answerable(self, address: str) -> str | None:
        """Return the address itself, its topic's overview where it has no such section, or None."""
        topic = address.partition("#")[0]
        for wanted in (address, f"{topic}#overview"):
            try:
                self.library.section(wanted)
            except Withheld:
                return None
            except NoAnswer:
                continue
            return wanted
        return None

    def is_withheld(self, address: str) -> bool:
        """Whether there is an answer at an address that is not served now."""
        try:
            self.library.section(address)
        except Withheld:
            return True
        except NoAnswer:
            return False
        return False

    def say(self, notice: str, **values: object) -> None:
        """Send a notice."""
        for message in self.library.notice(notice, **values).split("\n\n"):
            self._send(message)

    def _send(self, text: str, buttons: list[dict[str, str]] | None = None) -> None:
        self._dispatcher.utter_message(text=text, buttons=buttons or [])
        shown: dict[str, Any] = {"text": text}
        if buttons:
            shown["buttons"] = [button["title"] for button in buttons]
        self._said.append(shown)

    def answer(self, address: str, *, part: str = "brief") -> None:
        """Send the answer at an address."""
        for message in render(self.library, address, part=part):
            self._send(message)
        self._given.append(address)

    def answer_again(self, *, back: int = 0, part: str = "brief") -> None:
        """Send an answer of this conversation again, the newest or one further back, or say there is none yet."""
        if len(self.last) > back:
            self.answer(self.last[back], part=part)
        else:
            self.say("nothing-yet")

    def offer(self, addresses: list[str], *, most: int, notice: str = "") -> None:
        """Send choices, each a button with a title of its own."""
        chosen = [address for address in dict.fromkeys(addresses) if address not in self._given][:most]
        self.offered += [address for address in chosen if address not in self.offered]
        if not chosen:
            return
        buttons = [{"title": self.title(address), "payload": _payload(address)} for address in chosen]
        text = self.library.notice(notice or "people-also-ask")
        self._send(text, buttons)

    def title(self, address: str) -> str:
        """Return what a choice is called, e.g. `Sunitinib: Side effects and risks`."""
        section = self.library.section(address)
        return f"{self.library.topic(section.topic).title}: {self.library.aspects[section.aspect]}"

    def end(self, outcome: str, *, missed: bool = False) -> list[dict[str, Any]]:
        """Send the report of the turn and return the events that remember it."""
        self._leave_line(outcome)
        if missed or outcome == "out-of-scope":
            self._note_unanswered(outcome)
        if self._tracker.get_latest_input_channel() in REPORTING:
            self._dispatcher.utter_message(json_message={"turn": self.report(outcome)})
        misses = (self.slot("misses") or 0) + 1 if missed else 0
        events = [SlotSet("misses", misses)] if misses != self.slot("misses") else []
        about = self.reading.get("about")
        if about and about != self.slot("about"):
            events.append(SlotSet("about", about))
        if self._given:
            remembered = [*reversed(self._given), *(a for a in self.last if a not in self._given)]
            events.append(SlotSet("addresses", remembered[:REMEMBERED]))
            topic = self._given[0].partition("#")[0]
            if topic != self.slot("topic"):
                events.append(SlotSet("topic", topic))
        return events

    def _leave_line(self, outcome: str) -> None:
        """Write the audit line of this turn; a full disk must not cost the person their answer."""
        given = zip(self._given, self._sections(), strict=True)
        told = [{"address": address, "hash": self.library.hash(section)} for address, section in given]
        channel = str(self._tracker.get_latest_input_channel() or "")
        try:
            settings.audit().append(channel=channel, layout=LAYOUT, outcome=outcome, answers=told, said=self._said)
        except OSError as error:
            logger.error("the audit could not be written: %s", type(error).__name__)

    def _note_unanswered(self, outcome: str) -> None:
        """Keep, for editors, what is left of a question without an answer once it can name nobody."""
        if not self.library.clinic.keep_unanswered:
            return
        text = str((self._tracker.latest_message or {}).get("text") or "")
        if text.startswith("/"):
            return
        try:
            settings.ledger().append(self.library, text, outcome, self.offered[:MOST_OFFERED])
        except OSError as error:
            logger.error("the ledger could not be written: %s", type(error).__name__)

    def _sections(self) -> list[Section]:
        """Return the sections given in this turn, in order."""
        return [self.library.section(address) for address in self._given]

    def report(self, outcome: str) -> dict[str, Any]:
        """Return what this turn ended in, as the REST and web channels tell it."""
        sections = self._sections()
        facts = dict.fromkeys(fact for section in sections for fact in section.facts)
        sources = dict.fromkeys(source.id for section in sections for source in self.library.sources_of(section))
        first = sections[0] if sections else None
        return {
            "outcome": outcome,
            "answers": list(self._given),
            "offered": self.offered[:MOST_OFFERED],
            "confidence": round(float(self.reading.get("confidence") or 0.0), 3),
            "facts": list(facts),
            "sources": list(sources),
            "review": self.library.review(first) if first else None,
            "content": self.library.hash(first) if first else None,
        }


def _payload(address: str) -> str:
    return "/choose" + json.dumps({"address": address})
